//! What people type, and the places they mean.

use std::collections::HashSet;
use std::time::Instant;

use proptest::prelude::*;

use super::*;

#[test]
fn umlauts_may_be_spelled_in_any_way() {
    for spelling in ["Köln", "Koeln", "Koln", "koln", "KÖLN", "  köln  ", "Ko\u{308}ln"] {
        assert_eq!(
            (first(spelling).as_str(), quality(spelling)),
            ("Köln", Some(Quality::Exact)),
            "{spelling}"
        );
    }
    assert_eq!(first("Strassburg"), "Strasbourg");
    assert_eq!(first("Gross Flottbek"), "Groß Flottbek (Hamburg)");
}

#[test]
fn half_a_name_is_enough() {
    for (typed, means) in [
        ("Köl", "Köln"),
        ("Poppels", "Poppelsdorf (Bonn)"),
        ("Bad God", "Bad Godesberg (Bonn)"),
        ("Godesberg", "Bad Godesberg (Bonn)"),
        ("Frankf", "Frankfurt am Main"),
        ("Freiburg", "Freiburg im Breisgau"),
        ("Bon", "Bonn"),
        ("Sankt Aug", "Sankt Augustin"),
        ("St. Aug", "Sankt Augustin"),
    ] {
        assert_eq!(first(typed), means, "{typed}");
    }
    assert!(labels("bad g", 5).contains(&"Bad Godesberg (Bonn)".to_owned()));
    assert_eq!(quality("Köl"), Some(Quality::Prefix));
}

#[test]
fn one_letter_may_be_off() {
    for (typed, means) in [
        ("Kölm", "Köln"),
        ("Pompelsdorf", "Poppelsdorf (Bonn)"),
        ("Popelsdorf", "Poppelsdorf (Bonn)"),
        ("Poppelsdrof", "Poppelsdorf (Bonn)"),
        ("Müncehn", "München"),
        ("Ehrenfled Köln", "Ehrenfeld (Köln)"),
        ("Bonn Pompelsdorf", "Poppelsdorf (Bonn)"),
        ("Bergisch Gladbahc", "Bergisch Gladbach"),
    ] {
        assert_eq!(
            (first(typed).as_str(), quality(typed)),
            (means, Some(Quality::Typo)),
            "{typed}"
        );
    }
    assert!(
        labels("Pompels", 5).contains(&"Poppelsdorf (Bonn)".to_owned()),
        "half a name and a letter off"
    );
    assert!(labels("Qqz", 10).is_empty(), "three letters are not guessed at");
}

#[test]
fn exonyms_find_the_town() {
    for (typed, means) in [
        ("Cologne", "Köln"),
        ("Munich", "München"),
        ("Vienna", "Wien"),
        ("Nuremberg", "Nürnberg"),
        ("Genf", "Genève"),
        ("Brussels", "Bruxelles"),
        ("Brüssel", "Bruxelles"),
        ("The Hague", "Den Haag"),
        ("Lüttich", "Liège"),
    ] {
        assert_eq!(first(typed), means, "{typed}");
    }
}

#[test]
fn a_district_and_its_town_stand_in_any_order() {
    for typed in [
        "Beuel, Bonn",
        "Bonn-Beuel",
        "Bonn Beuel",
        "Beuel Bonn",
        "beuel (bonn)",
        "Bonn, Stadtteil Beuel",
        "Bonn Beu",
    ] {
        let typed = typed.replace("Stadtteil ", "");
        assert_eq!(first(&typed), "Beuel (Bonn)", "{typed}");
    }
    assert_eq!(first("Ehrenfeld Bochum"), "Ehrenfeld (Bochum)");
    assert_eq!(first("Köln-Ehrenfeld"), "Ehrenfeld (Köln)");
    assert_eq!(first("Ehrenfeld"), "Ehrenfeld (Köln)", "the larger town's first");
}

#[test]
fn region_and_country_tell_namesakes_apart() {
    assert_eq!(first("Halle"), "Halle (Saale)");
    assert_eq!(first("Halle Westfalen"), first("Halle, NRW"));
    assert_eq!(first("Frankfurt Oder"), "Frankfurt (Oder)");
    assert_eq!(first("Frankfurt a.M."), "Frankfurt am Main");
    assert_eq!(first("Neustadt Weinstraße"), "Neustadt an der Weinstraße");
    assert_eq!(first("München, Bayern, Deutschland"), "München");
    assert_eq!(first("Munich, Bavaria, Germany"), "München");
}

#[test]
fn postcodes_are_found_by_their_beginning_and_with_their_town() {
    for typed in [
        "53111",
        "53111 Bonn",
        "Bonn 53111",
        "D-53111 Bonn",
        "53111 Bo",
        "bonn, 53111",
    ] {
        assert_eq!(
            (first(typed).as_str(), quality(typed)),
            ("53111 Bonn", Some(Quality::Exact)),
            "{typed}"
        );
    }
    assert_eq!(labels("53", 3), ["53111 Bonn", "53113 Bonn", "53115 Bonn"]);
    assert_eq!(labels("5311", 9).len(), 5);
    assert_eq!(first("Köln 5082"), "50823 Köln");
    assert_eq!(first("01067"), "01067 Dresden");
}

#[test]
fn a_number_that_does_not_fit_is_left_out() {
    assert_eq!(first("1010 Wien"), "Wien");
    let both = labels("53225 Beuel", 5);
    assert!(
        both.contains(&"53225 Bonn".to_owned()) && both.contains(&"Beuel (Bonn)".to_owned()),
        "{both:?}"
    );
    assert!(labels("99999999", 5).is_empty());
}

#[test]
fn exact_comes_before_prefix_and_prefix_before_typo() {
    let qualities: Vec<_> = Gazetteer::shared()
        .find("Bon", 50)
        .iter()
        .map(|found| found.quality)
        .collect();
    assert!(qualities.is_sorted(), "{qualities:?}");
    let towns = labels("Bonn", 5);
    assert_eq!(towns[0], "Bonn");
    assert!(towns[1].starts_with("Bonn"), "{towns:?}");
}

#[test]
fn the_limit_is_kept_and_no_place_comes_twice() {
    for limit in [0, 1, 7, 50, 5_000] {
        let found = Gazetteer::shared().find("Neu", limit);
        assert_eq!(found.len(), limit.min(50));
        let ids: HashSet<_> = found.iter().map(|found| found.place.id).collect();
        assert_eq!(ids.len(), found.len());
    }
}

#[test]
fn nothing_typed_finds_nothing() {
    for typed in [
        "",
        " ",
        "\t\n",
        "—",
        "🏠",
        "🏠🏠 🚲",
        "مرحبا",
        "שלום",
        "\u{202e}\u{200f}",
        "...",
        "''; drop table",
        "\0",
    ] {
        assert_eq!(labels(typed, 5), Vec::<String>::new(), "{typed:?}");
    }
}

#[test]
fn endless_text_is_cut() {
    let started = Instant::now();
    for typed in [
        "a".repeat(10_000),
        "a ".repeat(5_000),
        "Bonn ".repeat(2_000),
        "5".repeat(10_000),
        "ﷺ".repeat(9_999),
    ] {
        Gazetteer::shared().find(&typed, 10);
    }
    // No benchmark: only that nothing grows with the text, on the slowest machine and without optimisation.
    assert!(started.elapsed().as_secs() < 20);
}

proptest! {
    #[test]
    fn any_text_is_safe_and_answered_alike_each_time(text in "\\PC{0,60}") {
        let once = Gazetteer::shared().find(&text, 10);
        prop_assert_eq!(&once, &Gazetteer::shared().find(&text, 10));
        prop_assert!(once.is_sorted_by_key(|found| found.quality));
    }

    #[test]
    fn words_and_numbers_are_safe(text in "[A-Za-zäöüß0-9 ,-]{0,40}") {
        Gazetteer::shared().find(&text, 10);
    }
}

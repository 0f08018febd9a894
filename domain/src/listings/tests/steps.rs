use crate::{
    Day, Timestamp,
    context::Settings,
    forms::{Check, FieldError, LONGEST_WORD, Problem},
    listings::{
        Checklist, Condition, Handover, Kind, Listing, ListingId, Step, WeeklyPlan,
        categories::{Categories, tests::little},
        drafts::{empty, locate},
        steps::*,
    },
    members::MemberId,
    places::Point,
    prices::{LateFee, Per},
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

const TODAY: Day = Day(20_000); // a Monday would be 19_996; this is a Friday

fn draft() -> Listing {
    empty(
        &Settings::default(),
        MemberId(Uuid::nil()),
        ListingId(Uuid::nil()),
        Kind::Lend,
        Timestamp(0),
    )
}

fn complete() -> Listing {
    let mut listing = Listing {
        title: "Bohrmaschine".into(),
        description: "Bohrt.".into(),
        category_id: Some("drills".into()),
        lat: Some(50.7),
        lon: Some(7.1),
        ..draft()
    };
    locate(&Settings::default(), &mut listing);
    listing
}

fn at(errors: &[FieldError], field: &str) -> Option<Problem> {
    errors.iter().find(|e| e.field == field).map(|e| e.problem)
}

fn what_of(title: &str, category: &str) -> WhatForm {
    WhatForm {
        title: title.into(),
        category: category.into(),
        ..WhatForm::default()
    }
}

fn details_of(listing: &Listing, typed: &DetailsForm) -> Checked {
    let tree: Categories = little();
    details(listing, typed, &tree.attributes_of("drills"), 2)
}

#[test]
fn titles_in_every_script_are_kept_and_bad_ones_named() {
    let tree = little();
    for fine in [
        "Bohrmaschine",
        "TV",
        "🧰🔩 Werkzeug",
        "مثقاب كهربائي",
        "Café-Tisch\n  für 4",
    ] {
        let (next, errors) = what(&draft(), &what_of(fine, "drills"), &tree);
        assert_eq!(errors, [], "{fine}");
        assert_eq!(next.title, fine.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    for (wrong, why) in [
        ("", Problem::Missing),
        (" \u{202E}\0 ", Problem::Missing),
        ("x", Problem::TooShort { min: 2 }),
        (&"ab ".repeat(60), Problem::TooLong { max: LONGEST_TITLE }),
        (&"x".repeat(90), Problem::WordTooLong { max: LONGEST_WORD }),
    ] {
        let (next, errors) = what(&draft(), &what_of(wrong, "drills"), &tree);
        assert_eq!(at(&errors, "title"), Some(why), "{wrong}");
        assert_eq!(next.category_id.as_deref(), Some("drills"), "the rest is kept");
    }
}

#[test]
fn a_category_is_chosen_from_the_tree_and_takes_fitting_attributes_along() {
    let tree = little();
    let mut listing = complete();
    listing.attributes = BTreeMap::from([
        ("power".to_owned(), "800".to_owned()),
        ("weight".to_owned(), "2".to_owned()),
    ]);
    let (next, errors) = what(&listing, &what_of("Hammer", "tools"), &tree);
    assert_eq!((errors.as_slice(), next.attributes.len()), ([].as_slice(), 1));
    let (next, errors) = what(&listing, &what_of("Hammer", ""), &tree);
    assert_eq!(
        (at(&errors, "category"), next.category_id),
        (Some(Problem::ChooseOne), listing.category_id.clone())
    );
    let forged = WhatForm {
        kind: "gift".into(),
        lang: "tlh".into(),
        ..what_of("Hammer", "'; drop table")
    };
    let (_, errors) = what(&listing, &forged, &tree);
    let fields: Vec<_> = errors.iter().map(|e| (e.field.as_str(), e.problem)).collect();
    let no = Problem::NotAChoice;
    assert_eq!(fields, [("category", no), ("kind", no), ("lang", no)]);
}

#[test]
fn details_are_kept_as_far_as_they_make_sense() {
    let typed = DetailsForm {
        description: "Kräftig.\n\nMit Schlag.".into(),
        condition: "good".into(),
        attributes: BTreeMap::from([
            ("power".to_owned(), "viel".to_owned()),
            ("weight".to_owned(), "2,50".to_owned()),
            ("unknown".to_owned(), "x".to_owned()),
        ]),
        accessories: "Koffer\n\n Bohrer 4 bis 12 mm \nKoffer\n".into(),
        checklist: "Akku voll\n\nKratzer am Griff\n".into(),
        house_rules: "Nicht im Regen.".into(),
        replacement: "1.299,90".into(),
        late_fee: "3,50".into(),
        late_per: "day".into(),
        late_cap: String::new(),
        tags: "Bohrer, Schlagbohrer; ,\nHilti".into(),
    };
    let mut before = complete();
    before.attributes = BTreeMap::from([("power".to_owned(), "600".to_owned())]);
    let (next, errors) = details_of(&before, &typed);
    assert_eq!(
        errors,
        [FieldError {
            field: "attributes[power]".into(),
            problem: Problem::NotANumber
        }]
    );
    assert_eq!(next.condition, Some(Condition::Good));
    assert_eq!(next.replacement_minor, Some(129_990));
    let late = LateFee {
        per: Per::Day,
        minor: 350,
        cap: 129_990,
    };
    assert_eq!(next.prices.late, Some(late), "never more than the thing is worth");
    assert_eq!(next.accessories, ["Koffer", "Bohrer 4 bis 12 mm"]);
    assert_eq!(next.checklist.0, ["Akku voll", "Kratzer am Griff"]);
    assert_eq!(next.tags.0, ["Bohrer", "Schlagbohrer", "Hilti"]);
    let known = [
        ("power".to_owned(), "600".to_owned()),
        ("weight".to_owned(), "2.5".to_owned()),
    ];
    assert_eq!(
        next.attributes,
        BTreeMap::from(known),
        "what does not fit leaves the earlier value alone"
    );
}

#[test]
fn numbers_too_big_too_small_or_none_are_named() {
    let with = |replacement: &str| {
        let typed = DetailsForm {
            description: "x".into(),
            replacement: replacement.into(),
            ..DetailsForm::default()
        };
        let (next, errors) = details_of(&complete(), &typed);
        (next.replacement_minor, at(&errors, "replacement"))
    };
    let range = Problem::OutOfRange {
        min: 0,
        max: MOST_VALUE,
    };
    assert_eq!(with(""), (None, None));
    assert_eq!(with("0"), (Some(0), None));
    assert_eq!(with("1000000"), (Some(100_000_000), None));
    assert_eq!(with("1000000,01"), (None, Some(range)));
    assert_eq!(with("-5"), (None, Some(range)));
    assert_eq!(with("999999999999999999999999"), (None, Some(Problem::NotANumber)));
    assert_eq!(with("viel"), (None, Some(Problem::NotANumber)));
}

#[test]
fn lists_have_an_end() {
    let typed = DetailsForm {
        description: "x".into(),
        accessories: (0..10_000).map(|n| format!("Teil {n}\n")).collect(),
        checklist: (0..10_000).map(|n| format!("Punkt {n}\n")).collect(),
        tags: (0..10_000).map(|n| format!("t{n},")).collect(),
        ..DetailsForm::default()
    };
    let (next, errors) = details_of(&complete(), &typed);
    assert_eq!(
        at(&errors, "accessories"),
        Some(Problem::OutOfRange { min: 0, max: 40 })
    );
    assert_eq!(at(&errors, "tags"), Some(Problem::OutOfRange { min: 0, max: 15 }));
    assert_eq!(at(&errors, "checklist"), Some(Problem::OutOfRange { min: 0, max: 20 }));
    assert!(next.accessories.len() <= 80 && next.tags.0.len() <= 30);
    assert!(!missing(&next).is_empty(), "it cannot be published like this");
}

#[test]
fn a_draft_keeps_a_text_that_is_too_long_but_not_without_end() {
    let typed = DetailsForm {
        description: "lang ".repeat(1_200),
        ..DetailsForm::default()
    };
    let (next, errors) = details_of(&draft(), &typed);
    assert_eq!(
        at(&errors, "description"),
        Some(Problem::TooLong {
            max: LONGEST_DESCRIPTION
        })
    );
    assert_eq!(next.description.chars().count(), 5_999);
    let (next, _) = details_of(
        &draft(),
        &DetailsForm {
            description: "ü ".repeat(1_000_000),
            ..typed
        },
    );
    assert!(next.description.chars().count() < 10_000);
}

#[test]
fn help_has_no_condition_and_no_accessories() {
    let help = Listing {
        kind: Kind::Service,
        ..complete()
    };
    let typed = DetailsForm {
        description: "Ich richte Router ein.".into(),
        condition: "good".into(),
        accessories: "Kabel".into(),
        replacement: "5".into(),
        ..DetailsForm::default()
    };
    let (next, errors) = details_of(&help, &typed);
    assert_eq!(
        (
            errors.len(),
            next.condition,
            next.accessories.len(),
            next.replacement_minor
        ),
        (0, None, 0, None)
    );
}

fn place_of(address: &str, lat: &str, lon: &str) -> PlaceForm {
    PlaceForm {
        address: address.into(),
        lat: lat.into(),
        lon: lon.into(),
        handover: "pick_up".into(),
        ..PlaceForm::default()
    }
}

#[test]
fn a_place_is_found_by_its_words_or_by_the_browser() {
    let bonn = Point::new(50.73, 7.1).unwrap();
    let find = |typed: &PlaceForm| (typed.address == "53111 Bonn" || typed.place_id == "p53111").then_some(bonn);
    let (next, errors) = place(&draft(), &place_of("53111 Bonn", "", ""), find);
    assert_eq!(
        (errors.len(), next.point(), next.handover),
        (0, Some(bonn), Handover::PickUp)
    );
    let chosen = PlaceForm {
        place_id: "p53111".into(),
        ..place_of("", "", "")
    };
    assert_eq!(place(&draft(), &chosen, find).0.point(), Some(bonn));
    let (next, errors) = place(&draft(), &place_of("hinten links", "50.9", "6.9"), find);
    assert_eq!(
        (errors.len(), next.lat, next.address.as_str()),
        (0, Some(50.9), "hinten links")
    );
    // The same words keep the browser's point, others replace it.
    let (again, _) = place(&next, &place_of("hinten links", "", ""), |_| panic!("not asked"));
    assert_eq!(again.point(), next.point());
    assert_eq!(
        place(&next, &place_of("", "", ""), |_| panic!("not asked")).0.point(),
        next.point()
    );
    assert_eq!(
        place(&next, &place_of("53111 Bonn", "", ""), find).0.point(),
        Some(bonn)
    );
}

#[test]
fn a_place_that_nobody_knows_is_said_and_leaves_no_point() {
    for (lat, lon) in [
        ("91", "7"),
        ("50", "181"),
        ("NaN", "7"),
        ("inf", "0"),
        ("50,7", "7,1"),
        ("50", ""),
        ("", "x"),
    ] {
        let (next, errors) = place(&complete(), &place_of("", lat, lon), |_| None);
        assert_eq!(at(&errors, "address"), Some(Problem::UnknownPlace), "{lat} {lon}");
        assert_eq!(next.point(), None);
    }
    let (next, errors) = place(&complete(), &place_of("Xyzzy 🏝", "", ""), |_| None);
    assert_eq!(
        (at(&errors, "address"), next.point()),
        (Some(Problem::UnknownPlace), None)
    );
    assert_eq!(next.address, "Xyzzy 🏝", "the words are kept");
    let (_, errors) = place(&next, &place_of("Xyzzy 🏝", "", ""), |_| None);
    assert_eq!(
        at(&errors, "address"),
        Some(Problem::UnknownPlace),
        "and still name no place"
    );
    let (_, errors) = place(&draft(), &place_of(" ", "", ""), |_| panic!("not asked"));
    assert_eq!(at(&errors, "address"), Some(Problem::Missing));
    let (_, errors) = place(&draft(), &PlaceForm::default(), |_| None);
    assert_eq!(at(&errors, "handover"), Some(Problem::ChooseOne));
}

fn times_of(weekdays: &[&str], lead: &str, longest: &str) -> TimesForm {
    TimesForm {
        weekdays: weekdays.iter().map(|d| (*d).to_owned()).collect(),
        lead_days: lead.into(),
        longest_days: longest.into(),
        ..TimesForm::default()
    }
}

#[test]
fn times_are_read_and_bad_numbers_named() {
    let (next, errors) = times(&draft(), &times_of(&["0", "6"], "3", "21"), Booked::default(), TODAY);
    assert_eq!(
        (errors.len(), next.weekly_plan, next.lead_days, next.longest_days),
        (0, WeeklyPlan::of([0, 6]), 3, 21)
    );
    let (next, errors) = times(&draft(), &times_of(&[], "-1", "0"), Booked::default(), TODAY);
    assert_eq!(at(&errors, "weekdays"), Some(Problem::ChooseOne));
    assert_eq!(
        at(&errors, "lead_days"),
        Some(Problem::OutOfRange {
            min: 0,
            max: MOST_LEAD_DAYS
        })
    );
    assert_eq!(
        at(&errors, "longest_days"),
        Some(Problem::OutOfRange {
            min: 1,
            max: MOST_LOAN_DAYS
        })
    );
    assert_eq!(next, draft(), "nothing was kept");
    let (_, errors) = times(
        &draft(),
        &times_of(&["7"], "99999999999999999999", "zwei"),
        Booked::default(),
        TODAY,
    );
    assert_eq!(at(&errors, "weekdays"), Some(Problem::NotAChoice));
    assert_eq!(at(&errors, "lead_days"), Some(Problem::NotANumber));
    assert_eq!(at(&errors, "longest_days"), Some(Problem::NotANumber));
}

#[test]
fn blocked_days_follow_the_calendar_shown_and_leave_the_others() {
    let day = |n: i64| TODAY.plus(n);
    let before = Listing {
        blocked: vec![day(1), day(5), day(40)],
        ..draft()
    };
    let typed = TimesForm {
        blocked: vec![day(5).to_string(), day(7).to_string(), day(-3).to_string()],
        shown_from: day(-10).to_string(),
        shown_to: day(30).to_string(),
        block_from: day(20).to_string(),
        block_to: day(22).to_string(),
        ..times_of(&["0"], "0", "7")
    };
    let (next, errors) = times(&before, &typed, Booked::default(), TODAY);
    assert_eq!(
        (errors.len(), next.blocked),
        (0, vec![day(5), day(7), day(20), day(21), day(22), day(40)])
    );
    let nothing_shown = times_of(&["0"], "0", "7");
    assert_eq!(
        times(&before, &nothing_shown, Booked::default(), TODAY).0.blocked,
        before.blocked
    );
}

#[test]
fn impossible_dates_are_named_and_endless_ranges_end() {
    let with = |from: &str, to: &str| {
        let typed = TimesForm {
            block_from: from.into(),
            block_to: to.into(),
            ..times_of(&["0"], "0", "7")
        };
        let (next, errors) = times(&draft(), &typed, Booked::default(), TODAY);
        (next.blocked.len(), errors.first().map(|e| (e.field.clone(), e.problem)))
    };
    let wrong = |field: &str, problem| (0, Some((field.to_owned(), problem)));
    let day = |n: i64| TODAY.plus(n).to_string();
    assert_eq!(with("2030-02-30", ""), wrong("block_from", Problem::NotADate));
    assert_eq!(with("", "2030-02-01"), wrong("block_from", Problem::Missing));
    assert_eq!(with(&day(5), &day(4)), wrong("block_to", Problem::EndsBeforeItStarts));
    assert_eq!(with(&day(-9), &day(-5)), wrong("block_to", Problem::InThePast));
    assert_eq!(with(&day(-9), &day(1)).0, 2);
    assert_eq!(with(&day(3), "").0, 1);
    assert_eq!(with(&day(0), "9999-12-31").0, usize::try_from(BLOCK_AHEAD).unwrap() + 1);
}

#[test]
fn what_is_missing_is_named_with_the_step_that_has_it() {
    let fields: Vec<_> = missing(&draft())
        .into_iter()
        .map(|e| (Step::of_field(&e.field), e.field))
        .collect();
    let expected = [
        (Step::What, "title"),
        (Step::What, "category"),
        (Step::Details, "description"),
        (Step::Place, "address"),
    ];
    assert_eq!(fields, expected.map(|(step, field)| (step, field.to_owned())));
    assert_eq!(missing(&complete()), []);
    assert_eq!(
        missing(&Listing {
            weekly_plan: WeeklyPlan::NEVER,
            ..complete()
        })[0]
            .field,
        "weekdays"
    );
    assert_eq!(Step::of_field("attributes[power]"), Step::Details);
    assert_eq!(Step::from_number(4), Some(Step::Place));
    assert_eq!((Step::from_number(0), Step::from_number(7)), (None, None));
    let unpriced = Listing {
        kind: Kind::Rent,
        ..complete()
    };
    let fields: Vec<_> = missing(&unpriced).into_iter().map(|e| e.field).collect();
    assert_eq!(fields, ["price_day"], "what is rented has a price");
    assert_eq!(Step::of_field("price_day"), Step::Price);
    assert_eq!(Step::of_field("discount_days_2"), Step::Price);
}

proptest! {
    #[test]
    fn nothing_typed_breaks_a_step_and_what_is_saved_is_clean(
        title in "\\PC{0,120}", description in any::<String>(), category in "[a-z]{0,8}", number in "[-0-9.,e ]{0,24}",
        list in any::<String>(), lat in "[-0-9.NaInf]{0,12}",
    ) {
        let tree = little();
        let (listing, _) = what(&draft(), &what_of(&title, &category), &tree);
        let typed = DetailsForm {
            description, condition: category.clone(), accessories: list.clone(), house_rules: list.clone(),
            replacement: number.clone(), tags: list.clone(), checklist: list.clone(),
            late_fee: number.clone(), late_per: category.clone(), late_cap: number.clone(),
            attributes: BTreeMap::from([("power".into(), number.clone()), ("maker".into(), list.clone())]),
        };
        let (listing, errors) = details_of(&listing, &typed);
        let (again, errors_again) = details_of(&listing, &typed);
        prop_assert_eq!((&again, &errors_again), (&listing, &errors), "saving twice changes nothing");
        let (listing, _) = place(&listing, &place_of(&list, &lat, &number), |_| None);
        let (listing, _) = times(&listing, &times_of(&[&category], &number, &lat), Booked::default(), TODAY);
        for text in [&listing.title, &listing.description, &listing.house_rules, &listing.address] {
            prop_assert!(!text.contains(['\0', '\r', '\u{202e}']), "unclean");
        }
        prop_assert!(listing.tags.0.iter().all(|t| !t.contains(',')), "tags are stored with commas between them");
        prop_assert_eq!(&Checklist::from(listing.checklist.joined()), &listing.checklist, "points are stored one a line");
        let mut check = Check::default();
        check.text("title", &listing.title, 2, LONGEST_TITLE);
        prop_assert_eq!(check.is_fine(), at(&missing(&listing), "title").is_none());
    }
}

#[test]
fn a_late_fee_has_a_cap_and_fits_what_the_thing_is_worth() {
    let typed = |fee: &str, per: &str, cap: &str, worth: &str| DetailsForm {
        description: "Gut.".into(),
        late_fee: fee.into(),
        late_per: per.into(),
        late_cap: cap.into(),
        replacement: worth.into(),
        ..DetailsForm::default()
    };
    let late = |typed: &DetailsForm| details_of(&complete(), typed).0.prices.late;
    let fee = |per, minor, cap| Some(LateFee { per, minor, cap });
    assert_eq!(late(&typed("2", "hour", "20", "90")), fee(Per::Hour, 200, 2_000));
    assert_eq!(
        late(&typed("2", "", "", "")),
        fee(Per::Day, 200, 50_000),
        "the cap of the house"
    );
    assert_eq!(late(&typed("", "hour", "20", "90")), None);
    assert_eq!(late(&typed("0", "day", "", "")), None);
    let wrong = |typed: &DetailsForm| details_of(&complete(), typed).1[0].field.clone();
    assert_eq!(wrong(&typed("100", "day", "", "90")), "late_fee");
    assert_eq!(wrong(&typed("2", "day", "91", "90")), "late_cap");
    assert_eq!(wrong(&typed("2", "week", "", "90")), "late_per");
    assert_eq!(wrong(&typed("viel", "day", "", "90")), "late_fee");
}

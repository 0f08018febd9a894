//! Which addresses are asked at all.

use crate::calendars::{Reach, Trouble, address::Address, address::in_short, is_public};
use std::net::IpAddr;

#[test]
fn only_what_everybody_can_reach_is_public() {
    let private = "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.9.9.9 168.63.129.16 \
                   169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.7 192.88.99.1 192.168.178.1 198.18.0.1 \
                   198.19.255.255 198.51.100.1 203.0.113.9 224.0.0.251 239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 \
                   ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::7f00:1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe \
                   64:ff9b:1::1 100::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 2001::1 2001:db8::1 2001:10::1 \
                   2002:7f00:1:: 2002:a00:1:: 3fff::1 4000::1 5f00::1";
    for address in private.split_whitespace() {
        let ip: IpAddr = address.parse().unwrap();
        assert!(!is_public(ip) && !Reach::Public.allows(ip), "{address}");
    }
    let public = "1.1.1.1 9.9.9.9 100.63.255.255 100.128.0.1 128.0.0.1 169.253.1.1 172.15.0.1 172.32.0.1 192.0.1.1 \
                  198.17.0.1 223.255.255.255 2606:4700::1111 2a01:4f8::1 2001:4860:4860::8888 3ffe::1 ::ffff:9.9.9.9 \
                  64:ff9b::909:909";
    for address in public.split_whitespace() {
        assert!(is_public(address.parse().unwrap()), "{address}");
    }
    let near = Reach::AlsoThisMachine;
    assert!(near.allows("127.0.0.1".parse().unwrap()) && !near.allows("127.0.0.2".parse().unwrap()));
    assert!(!near.allows("10.0.0.1".parse().unwrap()) && !near.allows("::1".parse().unwrap()));
}

#[test]
fn an_address_says_what_is_wrong_with_it() {
    let long = format!("https://a.example/{}", "x".repeat(2_000));
    for (typed, trouble) in [
        ("", Trouble::NotAnAddress),
        ("kalender", Trouble::NotAnAddress),
        ("https://", Trouble::NotAnAddress),
        ("https://a.example/\u{0}", Trouble::NotAnAddress),
        (&long, Trouble::NotAnAddress),
        ("file:///etc/passwd", Trouble::OtherScheme),
        ("ftp://a.example/x.ics", Trouble::OtherScheme),
        ("gopher://a.example/", Trouble::OtherScheme),
        ("data:text/calendar,BEGIN:VCALENDAR", Trouble::OtherScheme),
        ("https://lena:geheim@a.example/x.ics", Trouble::Credentials),
        ("https://lena@a.example/x.ics", Trouble::Credentials),
        ("http://127.0.0.1/x.ics", Trouble::Private),
        ("http://2130706433/", Trouble::Private),
        ("http://0x7f.1/", Trouble::Private),
        ("http://0177.0.0.1/", Trouble::Private),
        ("http://127.1/", Trouble::Private),
        ("http://[::1]/", Trouble::Private),
        ("http://[::ffff:10.0.0.1]/", Trouble::Private),
        ("http://169.254.169.254/latest/meta-data/", Trouble::Private),
        ("webcal://192.168.178.1/x.ics", Trouble::Private),
        ("http://a.example:22/", Trouble::Port),
        ("http://a.example:25/", Trouble::Port),
    ] {
        assert_eq!(Address::parse(typed, Reach::Public), Err(trouble), "{typed}");
    }
    for (typed, read) in [
        (" https://a.example/x.ics?key=1#part ", "https://a.example/x.ics?key=1"),
        ("webcal://a.example/x.ics", "https://a.example/x.ics"),
        ("WebCal://a.example", "https://a.example/"),
        ("http://a.example:8080/x.ics", "http://a.example:8080/x.ics"),
        ("https://bücher.example/k", "https://xn--bcher-kva.example/k"),
    ] {
        assert_eq!(Address::parse(typed, Reach::Public).unwrap().as_str(), read);
    }
}

#[test]
fn a_redirect_leads_nowhere_that_could_not_be_asked_directly() {
    let from = Address::parse("https://a.example/k/x.ics", Reach::Public).unwrap();
    let onwards = |location: &str| {
        from.onwards(location, Reach::Public)
            .map(|next| next.as_str().to_owned())
    };
    assert_eq!(onwards("../y.ics").unwrap(), "https://a.example/y.ics");
    assert_eq!(onwards("//b.example/z").unwrap(), "https://b.example/z");
    for (location, trouble) in [
        ("http://10.0.0.1/", Trouble::Private),
        ("https://[fd00:ec2::254]/", Trouble::Private),
        ("file:///etc/passwd", Trouble::OtherScheme),
        ("https://u:p@b.example/", Trouble::Credentials),
        ("https://b.example:22/", Trouble::Port),
        // Back into the open, where others read along.
        ("http://a.example/x.ics", Trouble::Redirects),
    ] {
        assert_eq!(onwards(location), Err(trouble), "{location}");
    }
}

#[test]
fn secrets_in_addresses_are_not_shown() {
    let secret = "https://calendar.example/ical/lena%40example.org/private-0123456789abcdef/basic.ics";
    assert_eq!(in_short(secret), "calendar.example/…asic.ics");
    assert_eq!(in_short("https://a.example/x.ics?token=1"), "a.example/x.ics");
    let address = Address::parse(secret, Reach::Public).unwrap();
    assert_eq!(format!("{address:?}"), "Address(https://calendar.example/…)");
}

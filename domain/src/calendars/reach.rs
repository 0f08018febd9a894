//! Which machines foreign calendars may be fetched from. Pure.
//!
//! Whoever may name an address that this machine then asks can otherwise read what only this machine can reach: the
//! router at home, a database next door, the page on which a cloud tells its machines their passwords.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// How far fetching reaches.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Reach {
    /// Machines that everybody on the internet can reach.
    #[default]
    Public,
    /// This machine, too: for tests that serve what is fetched. Not in a release build.
    #[cfg(any(test, feature = "test-support"))]
    AlsoThisMachine,
}

impl Reach {
    /// Whether a machine at `address` may be asked.
    #[must_use]
    pub fn allows(self, address: IpAddr) -> bool {
        match self {
            Self::Public => is_public(address),
            #[cfg(any(test, feature = "test-support"))]
            Self::AlsoThisMachine => address == IpAddr::V4(Ipv4Addr::LOCALHOST) || is_public(address),
        }
    }

    /// Whether this port may be asked: those of the web, and those that programs of any kind may take. What lies between
    /// belongs to mail, names and the like, which shall not be spoken to by mistake.
    #[must_use]
    pub const fn allows_port(self, port: u16) -> bool {
        matches!(port, 80 | 443 | 1024..)
    }
}

/// Whether everybody on the internet reaches the same machine by this address: by IANA's registries of special-purpose
/// addresses (RFC 6890 and what was added since).
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    // Azure's machines ask this address for their secrets, though its number is a public one.
    const AZURE: Ipv4Addr = Ipv4Addr::new(168, 63, 129, 16);
    let special = match v4.octets() {
        // This network; private; this machine; carriers' own (RFC 6598), in which some clouds keep their secrets.
        [0 | 10 | 127, ..] | [100, 64..=127, ..] => true,
        // Link-local (RFC 3927), where clouds keep their secrets; private.
        [169, 254, ..] | [172, 16..=31, ..] | [192, 168, ..] => true,
        // Protocols, documentation, relays of old, benchmarks.
        [192, 0, 0 | 2, _] | [192, 88, 99, _] | [198, 18 | 19, ..] | [198, 51, 100, _] | [203, 0, 113, _] => true,
        // Multicast, reserved, broadcast.
        [224..=255, ..] => true,
        _ => v4 == AZURE,
    };
    !special
}

fn is_public_v6(v6: Ipv6Addr) -> bool {
    if let Some(v4) = v6.to_ipv4_mapped() {
        return is_public_v4(v4);
    }
    match v6.segments() {
        // IPv4 behind a translator (RFC 6052): as public as what stands behind it.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
            is_public_v4(Ipv4Addr::new(a, b, c, d))
        }
        // Of what is assigned to the public (2000::/3): not protocols and tunnels, not documentation.
        [0x2001, 0..=0x1ff, ..] | [0x2001, 0xdb8, ..] | [0x2002, ..] | [0x3fff, 0..=0xfff, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

//! The address of a foreign calendar, as somebody typed it. Pure.

use super::{model::Trouble, reach::Reach};
use url::{Host, Url};

/// Longest address taken, in bytes.
pub const LONGEST_ADDRESS: usize = 2_000;

/// An address that may be asked, as far as its text tells.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Url);

impl Address {
    /// Reads what was typed. `webcal:` is what calendar programs write for `https:`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(typed: &str, reach: Reach) -> Result<Self, Trouble> {
        let typed = typed.trim();
        if typed.len() > LONGEST_ADDRESS || typed.chars().any(char::is_control) {
            return Err(Trouble::NotAnAddress);
        }
        let https = typed
            .get(..7)
            .filter(|start| start.eq_ignore_ascii_case("webcal:"))
            .map(|start| format!("https:{}", &typed[start.len()..]));
        let url = Url::parse(https.as_deref().unwrap_or(typed)).map_err(|_| Trouble::NotAnAddress)?;
        Self::check(url, reach)
    }

    /// Where a redirect from here leads.
    ///
    /// # Errors
    /// What is wrong with it. From `https` nothing leads back to `http`, where others could read along.
    pub fn onwards(&self, location: &str, reach: Reach) -> Result<Self, Trouble> {
        if location.len() > LONGEST_ADDRESS {
            return Err(Trouble::Redirects);
        }
        let url = self.0.join(location).map_err(|_| Trouble::Redirects)?;
        let next = Self::check(url, reach)?;
        if self.is_https() && !next.is_https() {
            return Err(Trouble::Redirects);
        }
        Ok(next)
    }

    fn check(mut url: Url, reach: Reach) -> Result<Self, Trouble> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Trouble::OtherScheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Trouble::Credentials);
        }
        let fits = match url.host() {
            None => return Err(Trouble::NotAnAddress),
            Some(Host::Ipv4(v4)) => reach.allows(v4.into()),
            Some(Host::Ipv6(v6)) => reach.allows(v6.into()),
            // What a name stands for is known when it is asked for.
            Some(Host::Domain(_)) => true,
        };
        if !fits {
            return Err(Trouble::Private);
        }
        if !url.port_or_known_default().is_some_and(|port| reach.allows_port(port)) {
            return Err(Trouble::Port);
        }
        url.set_fragment(None);
        Ok(Self(url))
    }

    /// As it is kept.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether what is fetched is packed up on its way.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Whom to ask.
    pub(super) fn host(&self) -> Option<Host<&str>> {
        self.0.host()
    }

    /// At which port.
    pub(super) fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or(443)
    }

    /// Host, and port where it is not the usual one: as requests carry it.
    pub(super) fn authority(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        self.0
            .port()
            .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// Path and query: as requests carry them.
    pub(super) fn target(&self) -> String {
        let query = self.0.query().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{}{query}", self.0.path())
    }
}

impl std::fmt::Debug for Address {
    /// Whoever knows the rest can read the calendar, so it stays out of logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Address({}://{}/…)", self.0.scheme(), self.authority())
    }
}

/// Enough of an address to know it by: the host, and how it ends. Most are secrets of their owners, who need not have
/// them shown on every look at the page.
#[must_use]
pub fn in_short(address: &str) -> String {
    let Ok(url) = Url::parse(address) else {
        return String::new();
    };
    let path = url.path();
    let characters = path.chars().count();
    let end: String = path.chars().skip(characters.saturating_sub(8)).collect();
    let host = url.host_str().unwrap_or_default();
    if characters <= 12 {
        format!("{host}{path}")
    } else {
        format!("{host}/…{end}")
    }
}

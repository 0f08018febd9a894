//! What the operator decides: by flags, by environment variables, by one TOML file, in this order of weight.
//! All mistakes are told at once.

use clap::Args;
use domain::{
    calendars::Reach,
    context::Settings,
    places::Gazetteer,
    prices::Fees,
    quotas::{Limits, Quotas, rules::HIGHEST},
};
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    path::{Path, PathBuf},
};

/// Flags that every command understands. Each can also stand in the environment or in the file.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Settings")]
pub struct Flags {
    /// Folder for the database file, photos and mails [default: ./data]
    #[arg(long, env = "ALLMENDE_DATA", value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,
    /// Database: `sqlite:FILE` or `postgres://USER@HOST/NAME` [default: a file in the data folder]
    #[arg(
        long,
        env = "ALLMENDE_DATABASE",
        value_name = "URL",
        global = true,
        hide_env_values = true
    )]
    pub database: Option<String>,
    /// Where to listen [default: 127.0.0.1:3000]
    #[arg(long, env = "ALLMENDE_LISTEN", value_name = "ADDR", global = true)]
    pub listen: Option<String>,
    /// Where people reach this instance, e.g. https://allmende.example [default: http://localhost:PORT]
    #[arg(long, env = "ALLMENDE_PUBLIC_URL", value_name = "URL", global = true)]
    pub public_url: Option<String>,
    /// The file with further settings [default: allmende.toml in the data folder, if there is one]
    #[arg(long, env = "ALLMENDE_CONFIG", value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
}

/// The TOML file. Every entry is optional.
#[derive(Deserialize, Clone, Debug, Default)]
#[serde(default, deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    database: Option<String>,
    listen: Option<String>,
    public_url: Option<String>,
    community: Option<String>,
    home: Option<String>,
    zone: Option<String>,
    currency: Option<String>,
    cell_resolution: Option<i64>,
    behind_proxy: Option<bool>,
    rate_limits: Option<bool>,
    log: Option<String>,
    smtp: Option<SmtpFile>,
    quotas: Option<QuotasFile>,
}

#[derive(Deserialize, Clone, Debug, Default)]
#[serde(default, deny_unknown_fields)]
struct SmtpFile {
    url: Option<String>,
    from: Option<String>,
}

/// How much one member can have at a time; 0 is as much as they like.
#[derive(Deserialize, Clone, Debug, Default)]
#[serde(default, deny_unknown_fields)]
struct QuotasFile {
    open_requests: Option<i64>,
    loans: Option<i64>,
    days_per_month: Option<i64>,
    category: BTreeMap<String, LimitsFile>,
}

#[derive(Deserialize, Clone, Debug, Default)]
#[serde(default, deny_unknown_fields)]
struct LimitsFile {
    open_requests: Option<i64>,
    loans: Option<i64>,
    days_per_month: Option<i64>,
}

/// A mail server: the address holds user and password, so it is never printed.
#[derive(Clone)]
pub struct Smtp {
    /// `smtp://`, `smtps://` with user and password, as lettre reads it.
    pub url: String,
    /// Who the mails come from: `Allmende <post@allmende.example>`.
    pub from: String,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Smtp")
            .field("url", &"…")
            .field("from", &self.from)
            .finish()
    }
}

/// Everything decided, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Folder for file, photos, mails.
    pub data: PathBuf,
    /// The database's address.
    pub database: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The mail server, if mails are really sent.
    pub smtp: Option<Smtp>,
    /// Whether a proxy in front of us tells the visitor's address.
    pub behind_proxy: bool,
    /// Whether anything is limited. Only tests turn this off.
    pub rate_limits: bool,
    /// What is logged, as `tracing` filters are written.
    pub log: String,
    /// What pages and rules need to know.
    pub settings: Settings,
}

/// All mistakes found, in words for the operator.
#[derive(Debug)]
pub struct Mistakes(pub Vec<String>);

impl std::fmt::Display for Mistakes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "The configuration has {} mistake(s):", self.0.len())?;
        self.0.iter().try_for_each(|mistake| writeln!(f, "  - {mistake}"))
    }
}

impl std::error::Error for Mistakes {}

impl Config {
    /// Puts flags, environment and file together and checks everything.
    ///
    /// # Errors
    /// All mistakes at once.
    pub fn load(flags: &Flags) -> Result<Self, Mistakes> {
        Self::assemble(flags, &|name| std::env::var(name).ok())
    }

    fn assemble(flags: &Flags, environment: &dyn Fn(&str) -> Option<String>) -> Result<Self, Mistakes> {
        let mut wrong = Vec::new();
        let data = flags.data.clone().unwrap_or_else(|| "data".into());
        let file = read_file(flags.config.as_deref(), &data, &mut wrong);
        let data = flags.data.clone().or(file.data).unwrap_or(data);
        let set = |name: &str, from_file: Option<String>| environment(name).or(from_file);

        let listen = flags
            .listen
            .clone()
            .or(file.listen)
            .unwrap_or_else(|| "127.0.0.1:3000".into());
        let listen = listen.parse::<SocketAddr>().unwrap_or_else(|_| {
            wrong.push(format!(
                "listen: \"{listen}\" is no address with a port, such as 127.0.0.1:3000"
            ));
            SocketAddr::from(([127, 0, 0, 1], 3000))
        });
        let public_url = flags
            .public_url
            .clone()
            .or(file.public_url)
            .unwrap_or_else(|| format!("http://localhost:{}", listen.port()));
        let public_url = public_url.trim_end_matches('/').to_owned();
        if !well_formed(&public_url) {
            wrong.push(format!(
                "public-url: \"{public_url}\" must be http:// or https:// with a host and no path, such as https://allmende.example"
            ));
        }
        let database = flags
            .database
            .clone()
            .or(file.database)
            .unwrap_or_else(|| format!("sqlite:{}", data.join("allmende.sqlite").display()));
        if !["sqlite:", "postgres://", "postgresql://"]
            .iter()
            .any(|scheme| database.starts_with(scheme))
        {
            wrong.push("database: must begin with sqlite: or postgres://".into());
        }
        let defaults = Settings::default();
        let zone_name = set("ALLMENDE_ZONE", file.zone).unwrap_or(defaults.zone_name);
        let zone = TimeZone::get(&zone_name).unwrap_or_else(|_| {
            wrong.push(format!("zone: \"{zone_name}\" is no time zone, such as Europe/Berlin"));
            TimeZone::UTC
        });
        let currency = set("ALLMENDE_CURRENCY", file.currency).unwrap_or(defaults.currency);
        if currency.len() != 3 || !currency.chars().all(|c| c.is_ascii_uppercase()) {
            wrong.push(format!("currency: \"{currency}\" is no ISO 4217 code, such as EUR"));
        }
        let resolution = environment("ALLMENDE_CELL_RESOLUTION").map_or(
            Ok(file.cell_resolution.unwrap_or(i64::from(defaults.cell_resolution))),
            |text| text.parse(),
        );
        let cell_resolution = match resolution {
            Ok(n @ 5..=8) => u8::try_from(n).unwrap_or(8),
            _ => {
                wrong.push("cell_resolution: a whole number from 5 (coarse) to 8 (about 460 m)".into());
                8
            }
        };
        let home_text = set("ALLMENDE_HOME", file.home).unwrap_or(defaults.home_name);
        let (home, home_name) = match Gazetteer::shared().best(&home_text) {
            Some(place) => (place.point, place.name.to_string()),
            None => {
                wrong.push(format!("home: no place called \"{home_text}\" is known"));
                (defaults.home, home_text)
            }
        };
        let quotas = quotas(file.quotas.unwrap_or_default(), environment, &mut wrong);
        let smtp = smtp(file.smtp.unwrap_or_default(), environment, &mut wrong);
        let community = set("ALLMENDE_COMMUNITY", file.community).unwrap_or(defaults.community);
        if community.trim().is_empty() || community.chars().count() > 60 {
            wrong.push("community: a name of 1 to 60 characters".into());
        }
        let config = Self {
            data,
            database,
            listen,
            smtp,
            behind_proxy: truth("ALLMENDE_BEHIND_PROXY", environment, &mut wrong)
                .or(file.behind_proxy)
                .unwrap_or(false),
            rate_limits: truth("ALLMENDE_RATE_LIMITS", environment, &mut wrong)
                .or(file.rate_limits)
                .unwrap_or(true),
            log: set("ALLMENDE_LOG", file.log).unwrap_or_else(|| "info,sqlx=warn".into()),
            settings: Settings {
                community,
                public_url,
                zone,
                zone_name,
                currency,
                fees: Fees::default(),
                cell_resolution,
                home,
                home_name,
                quotas,
                reach: Reach::default(),
            },
        };
        if wrong.is_empty() {
            Ok(config)
        } else {
            Err(Mistakes(wrong))
        }
    }

    /// Whether browsers reach us by https.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.settings.public_url.starts_with("https://")
    }
}

fn read_file(named: Option<&Path>, data: &Path, wrong: &mut Vec<String>) -> File {
    let usual = data.join("allmende.toml");
    let path = match named {
        Some(path) => path,
        None if usual.exists() => &usual,
        None => return File::default(),
    };
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            wrong.push(format!("{}: {error}", path.display()));
            return File::default();
        }
    };
    toml::from_str(&text).unwrap_or_else(|error| {
        wrong.push(format!("{}: {}", path.display(), error.to_string().trim_end()));
        File::default()
    })
}

fn truth(name: &str, environment: &dyn Fn(&str) -> Option<String>, wrong: &mut Vec<String>) -> Option<bool> {
    match environment(name)?.as_str() {
        "1" | "true" | "yes" | "on" => Some(true),
        "0" | "false" | "no" | "off" => Some(false),
        other => {
            wrong.push(format!("{name}: \"{other}\" is neither true nor false"));
            None
        }
    }
}

fn quotas(file: QuotasFile, environment: &dyn Fn(&str) -> Option<String>, wrong: &mut Vec<String>) -> Quotas {
    let usual = Quotas::default().usual;
    let mut limit = |name: &str, said: Option<i64>, otherwise: i64| {
        let variable = format!("ALLMENDE_QUOTAS_{}", name.to_uppercase());
        let said = environment(&variable).map_or(Ok(said), |text| text.trim().parse().map(Some));
        match said {
            Ok(None) => otherwise,
            Ok(Some(limit)) if (0..=HIGHEST).contains(&limit) => limit,
            Ok(Some(_)) | Err(_) => {
                wrong.push(format!("quotas.{name}: a whole number from 0 (no limit) to {HIGHEST}"));
                otherwise
            }
        }
    };
    let usual = Limits {
        open_requests: limit("open_requests", file.open_requests, usual.open_requests),
        loans: limit("loans", file.loans, usual.loans),
        days_per_month: limit("days_per_month", file.days_per_month, usual.days_per_month),
    };
    let mut categories = BTreeMap::new();
    for (category, said) in file.category {
        let mut limit = |name: &str, said: Option<i64>| {
            let said = said.unwrap_or(0);
            if !(0..=HIGHEST).contains(&said) {
                wrong.push(format!(
                    "quotas.category.{category}.{name}: a whole number from 0 (no limit) to {HIGHEST}"
                ));
            }
            said
        };
        let limits = Limits {
            open_requests: limit("open_requests", said.open_requests),
            loans: limit("loans", said.loans),
            days_per_month: limit("days_per_month", said.days_per_month),
        };
        categories.insert(category, limits);
    }
    Quotas { usual, categories }
}

fn smtp(file: SmtpFile, environment: &dyn Fn(&str) -> Option<String>, wrong: &mut Vec<String>) -> Option<Smtp> {
    let url = environment("ALLMENDE_SMTP_URL").or(file.url)?;
    let from = environment("ALLMENDE_SMTP_FROM").or(file.from).unwrap_or_default();
    if !(url.starts_with("smtp://") || url.starts_with("smtps://")) {
        wrong.push("smtp.url: must begin with smtp:// or smtps://".into());
    }
    if from.parse::<lettre::message::Mailbox>().is_err() {
        wrong.push("smtp.from: who mails come from, such as \"Allmende <post@allmende.example>\"".into());
    }
    Some(Smtp { url, from })
}

fn well_formed(url: &str) -> bool {
    let Ok(uri) = url.parse::<http::Uri>() else {
        return false;
    };
    matches!(uri.scheme_str(), Some("http" | "https"))
        && uri.host().is_some_and(|host| !host.is_empty())
        && matches!(uri.path(), "" | "/")
        && uri.query().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing(_: &str) -> Option<String> {
        None
    }

    #[test]
    fn nothing_configured_is_a_good_configuration() {
        let config = Config::assemble(&Flags::default(), &nothing).unwrap();
        assert_eq!(config.database, "sqlite:data/allmende.sqlite");
        assert_eq!(config.settings.public_url, "http://localhost:3000");
        assert!(!config.secure() && config.rate_limits && config.smtp.is_none());
    }

    #[test]
    fn all_mistakes_are_told_at_once() {
        let flags = Flags {
            listen: Some("here".into()),
            public_url: Some("allmende.example/path".into()),
            database: Some("mysql://x".into()),
            ..Flags::default()
        };
        let environment = |name: &str| match name {
            "ALLMENDE_ZONE" => Some("Europe/Bonn".into()),
            "ALLMENDE_CELL_RESOLUTION" => Some("12".into()),
            "ALLMENDE_SMTP_URL" => Some("http://mail".into()),
            "ALLMENDE_CURRENCY" => Some("Euro".into()),
            "ALLMENDE_BEHIND_PROXY" => Some("perhaps".into()),
            _ => None,
        };
        let Mistakes(wrong) = Config::assemble(&flags, &environment).unwrap_err();
        assert_eq!(wrong.len(), 9, "{wrong:#?}");
    }

    #[test]
    fn flags_weigh_more_than_the_file_and_unknown_entries_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        std::fs::write(
            &file,
            "listen = \"127.0.0.1:4000\"\ncommunity = \"Kessenich\"\nhome = \"53113\"",
        )
        .unwrap();
        let flags = Flags {
            config: Some(file.clone()),
            ..Flags::default()
        };
        let config = Config::assemble(&flags, &nothing).unwrap();
        assert_eq!(
            (config.listen.port(), config.settings.community.as_str()),
            (4000, "Kessenich")
        );
        let flags = Flags {
            listen: Some("127.0.0.1:5000".into()),
            ..flags
        };
        assert_eq!(Config::assemble(&flags, &nothing).unwrap().listen.port(), 5000);
        std::fs::write(&file, "comunity = \"x\"").unwrap();
        let Mistakes(wrong) = Config::assemble(&flags, &nothing).unwrap_err();
        assert!(wrong.len() == 1 && wrong[0].contains("comunity"), "{wrong:?}");
    }

    #[test]
    fn how_much_one_can_have_is_read_and_checked() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        let flags = Flags {
            config: Some(file.clone()),
            ..Flags::default()
        };
        std::fs::write(
            &file,
            "[quotas]\nloans = 4\n[quotas.category.cargo-bikes]\ndays_per_month = 5",
        )
        .unwrap();
        let read = Config::assemble(&flags, &nothing).unwrap().settings.quotas;
        assert_eq!(
            (read.usual.loans, read.usual.open_requests),
            (4, Quotas::default().usual.open_requests)
        );
        assert_eq!(read.categories["cargo-bikes"].days_per_month, 5);
        let environment = |name: &str| (name == "ALLMENDE_QUOTAS_LOANS").then(|| "0".to_owned());
        let read = Config::assemble(&flags, &environment).unwrap().settings.quotas;
        assert_eq!(read.usual.loans, 0);
        std::fs::write(&file, "[quotas]\nloans = -1\n[quotas.category.bikes]\nloans = 99999").unwrap();
        let Mistakes(wrong) = Config::assemble(&flags, &nothing).unwrap_err();
        assert_eq!(wrong.len(), 2, "{wrong:?}");
    }

    #[test]
    fn the_mail_servers_password_is_never_printed() {
        let smtp = Smtp {
            url: "smtp://user:secret@mail.example".into(),
            from: "a@b.de".into(),
        };
        assert!(!format!("{smtp:?}").contains("secret"));
    }
}

//! What the commands answer, also to mistakes.

use super::shell::Shell;
use sqlx::{Connection, Executor};
use std::{fs, os::unix::fs::PermissionsExt};

const PASSWORD: &str = "leiter im keller\n";
const HEADER: &str = "id,title,description,category,kind,price_minor_per_day,lang,lat,lon,tags\n";

/// An instance with Lena and three things of hers.
fn community() -> Shell {
    let shell = Shell::new();
    let made = shell.run_with(
        "here",
        PASSWORD,
        &["admin", "create-member", "lena@example.org", "--name", "Lena"],
    );
    made.says("lena@example.org can sign in now");
    let things = "a,Schlagbohrmaschine,Kräftig.,drills,lend,,de,50.7132,7.1187,Hilti;Bohrer\n\
                  b,Leiter,,tools,lend,,de,50.7212,7.1187,\n\
                  c,Lastenrad,,bikes-transport,rent,1500,de,50.7212,7.1287,\n";
    let file = shell.file("things.csv", format!("{HEADER}{things}"));
    let import = ["admin", "import-listings", file.as_str(), "--owner", "Lena@example.org"];
    shell.run("here", &import).says("Taken in: 3 listings.");
    shell
        .run("here", &import)
        .says("Taken in: 0 listings.")
        .says("Here already: 3 listings.");
    shell
}

#[test]
fn every_command_explains_itself() {
    let shell = Shell::new();
    let cases = [
        (vec!["--help"], "people who live near each other"),
        (vec!["serve", "--help"], "SIGTERM"),
        (vec!["demo", "--help"], "invented community"),
        (vec!["reindex", "--help"], "Never needed in daily life"),
        (vec!["backup", "--help"], "Keep the file like a key"),
        (vec!["restore", "--help"], "move from SQLite to PostgreSQL"),
        (vec!["admin", "--help"], "import-listings"),
        (
            vec!["admin", "import-listings", "--help"],
            "title, kind, lat and lon are needed",
        ),
        (vec!["admin", "create-member", "--help"], "first line of standard input"),
        (vec!["admin", "failed-jobs", "--help"], "when, what, why"),
        (vec!["eval", "search", "--help"], "queries.jsonl"),
    ];
    for (arguments, words) in cases {
        let help = shell
            .run("here", &arguments)
            .says(words)
            .says("Usage:")
            .says("Settings:");
        assert!(
            help.text.lines().all(|line| line.chars().count() <= 100),
            "{}",
            help.text
        );
    }
    assert!(!shell.path("here").exists(), "asking for help makes nothing");
    shell.run("here", &[]).refuses("Usage:");
    shell.run("here", &["backup"]).refuses("<FILE>");
    shell.run("here", &["sing"]).refuses("unrecognized subcommand 'sing'");
    shell
        .run("here", &["--listen", "here", "--public-url", "x/y", "serve"])
        .refuses("2 mistake(s)");
    shell
        .run("here", &["--config", "none.toml", "serve"])
        .refuses("none.toml: No such file");
}

#[test]
fn a_mistyped_folder_is_told_and_not_filled() {
    let shell = Shell::new();
    let file = shell.file("things.csv", HEADER);
    let cases = [
        vec!["backup", "b.tar"],
        vec!["reindex"],
        vec!["admin", "failed-jobs"],
        vec!["admin", "import-listings", &file, "--owner", "lena@example.org"],
    ];
    for arguments in cases {
        shell
            .run("nowhere", &arguments)
            .refuses("there is no instance here")
            .has("nowhere");
        assert!(!shell.path("nowhere").exists() && !shell.path("b.tar").exists());
    }
}

#[test]
fn an_account_is_made_once_and_what_is_wrong_with_it_is_told_at_once() {
    let shell = Shell::new();
    let make = |password: &str, email: &str, name: &str| {
        shell.run_with("here", password, &["admin", "create-member", email, "--name", name])
    };
    let wrong = make("short\n", "lena", "").refuses("the account could not be made");
    wrong
        .has("name: ")
        .has("email: That is not an e-mail address.")
        .has("password: At least 10 characters");
    make("", "lena@example.org", "Lena").refuses("password: ");
    make(PASSWORD, "lena@example.org", "Lena").says("lena@example.org can sign in now");
    make(PASSWORD, "LENA@example.org", "Lena").refuses("has an account already");
    shell
        .run("here", &["admin", "failed-jobs"])
        .says("No job was given up.");
}

#[test]
fn a_file_of_things_is_told_line_by_line() {
    let shell = community();
    let import = |file: &str, owner: &str| shell.run("here", &["admin", "import-listings", file, "--owner", owner]);
    import("none.csv", "lena@example.org").refuses("none.csv: No such file");
    import("things.csv", "nobody@example.org").refuses("nobody here has the address nobody@example.org");
    let long = "wort ".repeat(60);
    let lines = format!(
        "d,Zelt,\"Für drei,\nmit Heringen\",camping,lend,,de,50.71,7.11,\n\
         e,,,tools,lend,,de,50.7,7.1,\n\
         f,Säge,,tools,gift,,de,50.7,7.1,\n\
         g,Säge,,tools,lend,,de,north,7.1,\n\
         h,Säge,,tools,rent,-5,de,50.7,7.1,\n\
         i,{long},,tools,lend,,de,50.7,7.1,\n"
    );
    let file = shell.file("mixed.csv", format!("{HEADER}{lines}"));
    let told = import(&file, "lena@example.org")
        .refuses("5 lines of")
        .has("Taken in: 1 listing.");
    let told = told
        .has("line 4: title: Something is missing here.")
        .has("line 5: kind: one of lend, rent, service");
    let told = told
        .has("line 6: lat, lon: degrees, please")
        .has("line 7: price_minor_per_day: A number from 0");
    told.has("line 8: title: At most");
    let headless = shell.file("headless.csv", "title,kind\nZelt,lend\n");
    import(&headless, "lena@example.org").refuses("there is no column \"lat\"; nothing was read");
    let picture = shell.file("picture.csv", [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x0a, 0xff]);
    import(&picture, "lena@example.org").refuses("line 1: ");
    import(&shell.file("empty.csv", ""), "lena@example.org").refuses("there is no column \"title\"");
    import(&shell.path("here").display().to_string(), "lena@example.org").refuses("line 1: ");
    shell.run("here", &["reindex"]).says("Indexed 4 listings.");
}

/// A database of its own on the tests' PostgreSQL server.
fn empty_database() -> String {
    let url = std::env::var("ALLMENDE_TEST_POSTGRES");
    let url = url.expect("ALLMENDE_TEST_POSTGRES must name a PostgreSQL server; `cargo xtask test` starts one");
    let name = format!("binary_{}", std::process::id());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut server = sqlx::PgConnection::connect(&url).await.unwrap();
        for verb in ["drop database if exists", "create database"] {
            let statement = sqlx::AssertSqlSafe(format!("{verb} {name}"));
            server.execute(sqlx::query(statement)).await.unwrap();
        }
    });
    format!("{}/{name}", url.rsplit_once('/').unwrap().0)
}

#[test]
fn a_backup_moves_to_a_new_folder_and_to_another_database() {
    let shell = community();
    shell
        .run("here", &["backup", "b.tar"])
        .says("b.tar holds ")
        .says(" rows and 0 files.");
    assert_eq!(
        fs::metadata(shell.path("b.tar")).unwrap().permissions().mode() & 0o777,
        0o600
    );
    shell
        .run("here", &["backup", "b.tar"])
        .refuses("b.tar: the file exists already");
    shell
        .run("here", &["backup", "no/b.tar"])
        .refuses("no/b.tar")
        .has("No such file");

    shell
        .run("here", &["restore", "b.tar"])
        .refuses("this instance is not empty");
    shell
        .run("new", &["restore", "none.tar"])
        .refuses("none.tar: No such file");
    let csv = shell.file("c.csv", HEADER.repeat(30));
    let whole = fs::read(shell.path("b.tar")).unwrap();
    let half = shell.file("half.tar", &whole[..whole.len() / 2]);
    let mut changed = whole.clone();
    let at = changed.windows(4).position(|w| w == b"Lena").unwrap();
    changed[at] = b'M';
    let changed = shell.file("changed.tar", changed);
    for file in [&csv, &half, &changed, &shell.file("empty", "")] {
        shell
            .run("new", &["restore", file])
            .refuses("this is no backup of Allmende, or a damaged one")
            .has(file);
    }
    shell.run("new", &["restore", "here"]).refuses("this is no backup");

    // What was refused has changed nothing: the same folder still takes the good one.
    shell
        .run("new", &["restore", "b.tar"])
        .says("Restored ")
        .says("indexed 3 listings.");
    shell.run("new", &["backup", "c.tar"]).says("c.tar holds ");

    let postgres = empty_database();
    let third = |arguments: &[&str]| shell.run("third", &[&["--database", &postgres], arguments].concat());
    third(&["restore", "b.tar"]).says("indexed 3 listings.");
    third(&["restore", "b.tar"]).refuses("this instance is not empty");
    third(&["reindex"]).says("Indexed 3 listings.");
    third(&["backup", "d.tar"]).says("d.tar holds ");
    shell.run("fourth", &["restore", "d.tar"]).says("indexed 3 listings.");
    let dead = ["--database", "postgres://postgres@127.0.0.1:1/none", "reindex"];
    shell.run("fifth", &dead).refuses("the database cannot be opened");
}

#[test]
fn the_search_is_measured_without_touching_any_instance() {
    let shell = community();
    let (data, ranked) = (shell.path("measured").display().to_string(), shell.path("ranked.tsv"));
    let measure = |arguments: &[&str]| shell.run("here", &[&["eval", "search"], arguments].concat());
    let out = ranked.display().to_string();
    measure(&["--data", &data]).refuses("--ranked");
    measure(&["--data", &data, "--ranked", &out]).refuses("listings.csv: No such file");
    fs::create_dir(shell.path("measured")).unwrap();
    let lines = "x,Bohrmaschine,,drills,lend,,de,50.71,7.11,\ny,Radio,,other,lend,,de,50.71,7.11,\n";
    shell.file("measured/listings.csv", format!("{HEADER}{lines}"));
    measure(&["--data", &data, "--ranked", &out]).refuses("queries.jsonl: No such file");
    shell.file("measured/queries.jsonl", "{\"id\": \"q1\"}\n");
    measure(&["--data", &data, "--ranked", &out]).refuses("queries.jsonl, line 1: missing field");
    assert!(!ranked.exists());
    shell.file(
        "measured/queries.jsonl",
        "{\"id\": \"q1\", \"q\": \"Bohrer\"}\n\n{\"id\": \"q2\", \"q\": \"Rad\"}\n",
    );
    measure(&["--data", &data, "--ranked", &out]).says("2 rows taken in, 0 refused");
    assert_eq!(fs::read_to_string(&ranked).unwrap(), "q1\t1\tx\n");
    shell.run("here", &["reindex"]).says("Indexed 3 listings.");
}

//! Fifty simultaneous answers for one day, a hundred times, on both engines: exactly one may succeed each time.
//! `cargo run --release -p domain --features test-support --example accept_races`; PostgreSQL takes part if
//! `ALLMENDE_TEST_POSTGRES` names a server. Prints how many rounds went well, and how long the slowest answer took.

use domain::{
    bookings::{self, Command, RequestDraft},
    listings::testing::Thing,
    testing::{Engine, World},
};
use futures::future::join_all;
use std::{
    env,
    time::{Duration, Instant},
};

const ROUNDS: i64 = 100;
const NEIGHBOURS: usize = 50;

#[tokio::main]
async fn main() {
    race(Engine::Sqlite, "SQLite").await;
    if env::var_os("ALLMENDE_TEST_POSTGRES").is_some() {
        race(Engine::Postgres, "PostgreSQL").await;
    }
}

async fn race(engine: Engine, name: &str) {
    let world = World::on(engine).await;
    let lena = world.member("Lena").await;
    let listing = Thing::called("Bohrmaschine").publish(&world.ctx, &lena).await;
    let mut neighbours = Vec::with_capacity(NEIGHBOURS);
    for number in 0..NEIGHBOURS {
        neighbours.push(world.member(&format!("Bea{number}")).await);
    }
    let (mut well, mut slowest) = (0, Duration::ZERO);
    for round in 1..=ROUNDS {
        let day = world.ctx.today().plus(round).to_string();
        let draft = RequestDraft {
            from: day.clone(),
            to: day,
            ..RequestDraft::default()
        };
        let mut asked = Vec::with_capacity(NEIGHBOURS);
        for neighbour in &neighbours {
            let id = bookings::request(&world.ctx, neighbour, listing, &draft).await;
            asked.push(id.expect("a free day"));
        }
        let answers = asked.into_iter().map(|id| {
            let (ctx, lena) = (world.ctx.clone(), lena.clone());
            tokio::spawn(async move {
                let start = Instant::now();
                let answer = bookings::act(&ctx, &lena, id, Command::Accept).await;
                (answer.is_ok(), start.elapsed())
            })
        });
        let answers: Vec<_> = join_all(answers)
            .await
            .into_iter()
            .map(|task| task.expect("an answer"))
            .collect();
        well += i64::from(answers.iter().filter(|(accepted, _)| *accepted).count() == 1);
        slowest = answers.iter().map(|(_, took)| *took).fold(slowest, Duration::max);
    }
    println!("one success among {NEIGHBOURS} at once on {name} {well} rounds");
    println!(
        "the slowest of {NEIGHBOURS} answers on {name} {} ms",
        slowest.as_millis()
    );
}

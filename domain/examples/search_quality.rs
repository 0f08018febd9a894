//! Prints how well searching does on a folder of `listings.csv` and `queries.jsonl`:
//! `cargo run -p domain --features store --example search_quality -- [FOLDER] [--holdout|--all]`.
//! Wrong answers are shown for the tuning half; for the holdout half only the figures, unless `--all` is given.

use std::{env, error::Error, fs};

use domain::search::{
    document::{Document, ListingText},
    eval::{DEPTH, Question, Row, figures, questions, rows},
    language::built_in_concepts,
    shelf::Shelf,
};

fn main() -> Result<(), Box<dyn Error>> {
    let (flags, folders): (Vec<String>, Vec<String>) = env::args().skip(1).partition(|arg| arg.starts_with("--"));
    let folder = folders.first().map_or("domain/eval/search", String::as_str);
    let rows = rows(fs::File::open(format!("{folder}/listings.csv"))?)?;
    let questions = questions(&fs::read_to_string(format!("{folder}/queries.jsonl"))?)?;
    let concepts = built_in_concepts();
    let document = |row: &Row| {
        let labels = row.labels();
        let (title, description) = (row.title.as_str(), row.description.as_str());
        Document::of(
            &ListingText {
                title,
                description,
                labels: &labels,
                categories: &[row.category.as_str()],
                tongue: row.tongue(),
            },
            concepts,
        )
    };
    let shelf = Shelf::new(concepts, rows.iter().map(document).collect());

    let all = flags.iter().any(|flag| flag == "--all");
    let holdout = flags.iter().any(|flag| flag == "--holdout");
    let mut answers = Vec::new();
    for question in questions
        .iter()
        .filter(|question| all || question.is_holdout() == holdout)
    {
        let found = shelf.find(&question.q);
        let ids: Vec<String> = found.hits.iter().map(|(at, _)| rows[*at].id.clone()).collect();
        if all || !holdout {
            explain(question, &found.hits, &ids, &rows);
        }
        answers.push((question, ids));
    }
    for (kind, figures) in figures(answers) {
        let name = if kind.is_empty() { "all" } else { &kind };
        println!(
            "{name:15} found {:3}/{:3}  forbidden {:2}/{:2}",
            figures.found, figures.expecting, figures.forbidden_found, figures.forbidding
        );
    }
    Ok(())
}

/// Shows a question whose answer is not as expected.
fn explain(question: &Question, hits: &[(usize, f32)], ids: &[String], rows: &[Row]) {
    let first = &ids[..ids.len().min(DEPTH)];
    let title = |id: &String| {
        rows.iter()
            .find(|row| row.id == *id)
            .map_or("?", |row| row.title.as_str())
    };
    let missed = !question.expect_ids_any.is_empty() && !question.expect_ids_any.iter().any(|id| first.contains(id));
    let wrong: Vec<&str> = first
        .iter()
        .filter(|id| question.expect_not_ids.contains(id))
        .map(title)
        .collect();
    if missed || !wrong.is_empty() {
        let found: Vec<String> = first
            .iter()
            .zip(hits)
            .map(|(id, (_, score))| format!("{} {score:.2}", title(id)))
            .collect();
        println!(
            "{} [{}] {:?}: missed {missed}, forbidden {wrong:?}, found {found:?}",
            question.id, question.kind, question.q
        );
    }
}

//! Reads everything that somebody can reach: what they know an address of, and whatever that leads to.

use super::browser::{Answer, Browser};
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

/// Where the tests' community says it stands.
const HOME: &str = "http://localhost:3000";
/// Pages read in one crawl, so that it ends even where pages lead to ever more pages.
const MOST_PAGES: usize = 1_500;
/// Queries read of one path: calendars lead from month to month without an end.
const MOST_QUERIES: usize = 2;
/// Searches lead everywhere, so more of them are read.
const MOST_SEARCHES: usize = 40;

/// Everything that `browser` reads from `seeds` on, by address.
pub async fn crawl(browser: &Browser, seeds: impl IntoIterator<Item = String>) -> BTreeMap<String, Answer> {
    let mut read = BTreeMap::new();
    let mut waiting: VecDeque<String> = seeds.into_iter().collect();
    // What a test asks for is read in any case.
    let mut seen: HashSet<String> = waiting.iter().cloned().collect();
    let mut queries: HashMap<String, usize> = HashMap::new();
    while let Some(address) = waiting.pop_front() {
        if read.len() >= MOST_PAGES {
            break;
        }
        let answer = browser.get(&address).await;
        assert!(!answer.status.is_server_error(), "{address}: {}", answer.text);
        for next in addresses(&answer) {
            let (path, query) = next.split_once('?').unwrap_or((&next, ""));
            let most = if path == "/search" { MOST_SEARCHES } else { MOST_QUERIES };
            let count = queries.entry(path.to_owned()).or_default();
            if seen.contains(&next) || (!query.is_empty() && *count >= most) {
                continue;
            }
            *count += usize::from(!query.is_empty());
            seen.insert(next.clone());
            waiting.push_back(next);
        }
        read.insert(address, answer);
    }
    read
}

/// Every address of ours on a page, whatever names it: links, forms, pictures in any size, JSON.
fn addresses(answer: &Answer) -> Vec<String> {
    let named = answer
        .text
        .split(|c: char| c.is_whitespace() || "\"'<>`\\".contains(c))
        .chain([answer.location()]);
    let ours = named.filter_map(|word| {
        let word = word.trim_end_matches([',', ';', '.', ')']);
        let path = word.strip_prefix(HOME).unwrap_or(word);
        let path = path.split('#').next().unwrap_or_default();
        let plain = path.starts_with('/') && !path.starts_with("//") && !path.contains(['{', '…']);
        plain.then(|| path.replace("&amp;", "&"))
    });
    ours.filter(|path| path.parse::<http::Uri>().is_ok()).collect()
}

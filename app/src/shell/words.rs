//! Every visible word, from the Fluent files in `app/locales`. `t!(lang, "key", name = value)` gives the text.

use domain::Lang;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use std::sync::LazyLock;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

type Bundle = FluentBundle<FluentResource>;

static GERMAN: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::De));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));

/// The text of a key, in a language, with arguments if it takes any.
#[macro_export]
macro_rules! t {
    ($lang:expr, $key:expr) => { $crate::shell::words::text($lang, $key) };
    ($lang:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::shell::words::text_with($lang, $key, &[$((stringify!($name), ($value).into())),+])
    };
}

fn of(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    }
}

fn bundle(lang: Lang) -> Bundle {
    let id = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The marks around arguments confuse screen readers and copied text; names stand in <bdi> where it matters.
    bundle.set_use_isolating(false);
    for file in FILES.get_dir(lang.code()).into_iter().flat_map(Dir::files) {
        let source = file.contents_utf8().unwrap_or_default().to_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            tracing::error!(file = %file.path().display(), ?errors, "a translation file does not parse");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(file = %file.path().display(), ?errors, "a translation key stands twice");
        }
    }
    bundle
}

/// The text of a key without arguments. A missing key shows itself; a test proves there is none.
#[must_use]
pub fn text(lang: Lang, key: &str) -> String {
    text_with(lang, key, &[])
}

/// The text of a key with arguments.
#[must_use]
pub fn text_with(lang: Lang, key: &str, args: &[(&'static str, FluentValue<'_>)]) -> String {
    let bundle = of(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, lang = lang.code(), "a translation is missing");
        return key.to_owned();
    };
    let mut errors = Vec::new();
    let args = (!args.is_empty()).then(|| args.iter().cloned().collect::<FluentArgs<'_>>());
    let text = bundle.format_pattern(pattern, args.as_ref(), &mut errors);
    if !errors.is_empty() {
        tracing::error!(key, lang = lang.code(), ?errors, "a translation could not be filled in");
    }
    text.into_owned()
}

/// Whether a key exists.
#[must_use]
pub fn has(lang: Lang, key: &str) -> bool {
    of(lang).has_message(key)
}

/// The key with the first of these endings that it has, or as it is: where something is called otherwise.
#[must_use]
pub fn variant(lang: Lang, key: &str, endings: &[&str]) -> String {
    endings
        .iter()
        .map(|ending| format!("{key}{ending}"))
        .find(|key| has(lang, key))
        .unwrap_or_else(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::ast;
    use std::{
        collections::{BTreeMap, BTreeSet},
        path::Path,
    };

    /// Key → names of its arguments, of all files of a language.
    fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys = BTreeMap::new();
        for file in FILES.get_dir(lang.code()).unwrap().files() {
            let source = file.contents_utf8().unwrap();
            let resource = fluent_syntax::parser::parse(source)
                .unwrap_or_else(|(_, e)| panic!("{}: {e:?}", file.path().display()));
            for entry in resource.body {
                if let ast::Entry::Message(message) = entry {
                    let mut names = BTreeSet::new();
                    if let Some(pattern) = &message.value {
                        arguments(pattern, &mut names);
                    }
                    let twice = keys.insert(message.id.name.to_owned(), names);
                    assert!(twice.is_none(), "{} stands twice in {}", message.id.name, lang.code());
                }
            }
        }
        keys
    }

    fn arguments(pattern: &ast::Pattern<&str>, names: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                expression_arguments(expression, names);
            }
        }
    }

    fn expression_arguments(expression: &ast::Expression<&str>, names: &mut BTreeSet<String>) {
        match expression {
            ast::Expression::Inline(inline) => inline_arguments(inline, names),
            ast::Expression::Select { selector, variants } => {
                inline_arguments(selector, names);
                variants.iter().for_each(|variant| arguments(&variant.value, names));
            }
        }
    }

    fn inline_arguments(inline: &ast::InlineExpression<&str>, names: &mut BTreeSet<String>) {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                names.insert(id.name.to_owned());
            }
            ast::InlineExpression::Placeable { expression } => expression_arguments(expression, names),
            _ => {}
        }
    }

    /// Key → argument names, of every `t!(lang, "key", …)` in the sources.
    fn used() -> BTreeMap<String, (BTreeSet<String>, String)> {
        let mut found = BTreeMap::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        found
    }

    fn sources(folder: &Path, found: &mut BTreeMap<String, (BTreeSet<String>, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("words.rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                // `format!(` and `assert!(` end like `t!(` too.
                let is_ours = |at: &usize| !source[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                for at in source.match_indices("t!(").map(|(at, _)| at).filter(is_ours) {
                    let inside = balanced(&source[at + 3..]);
                    let mut parts = split_top(inside).into_iter().skip(1);
                    let Some(key) = parts.next().map(|k| k.trim().to_owned()) else {
                        continue;
                    };
                    let Some(key) = key.strip_prefix('"').and_then(|k| k.strip_suffix('"')) else {
                        continue;
                    };
                    let names = parts
                        .filter_map(|p| p.split_once('=').map(|(name, _)| name.trim().to_owned()))
                        .filter(|name| !name.is_empty())
                        .collect();
                    found.insert(key.to_owned(), (names, path.display().to_string()));
                }
            }
        }
    }

    /// The text up to the bracket that closes the one before it.
    fn balanced(text: &str) -> &str {
        let mut depth = 1;
        let mut quoted = false;
        let mut previous = ' ';
        for (at, c) in text.char_indices() {
            match c {
                '"' if previous != '\\' => quoted = !quoted,
                '(' | '[' | '{' if !quoted => depth += 1,
                ')' | ']' | '}' if !quoted => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return &text[..at];
            }
            previous = c;
        }
        text
    }

    fn split_top(text: &str) -> Vec<&str> {
        let (mut depth, mut quoted, mut start, mut parts) = (0, false, 0, Vec::new());
        for (at, c) in text.char_indices() {
            match c {
                '"' => quoted = !quoted,
                '(' | '[' | '{' if !quoted => depth += 1,
                ')' | ']' | '}' if !quoted => depth -= 1,
                ',' if depth == 0 && !quoted => {
                    parts.push(&text[start..at]);
                    start = at + 1;
                }
                _ => {}
            }
        }
        parts.push(&text[start..]);
        parts
    }

    #[test]
    fn both_languages_have_the_same_keys_with_the_same_arguments() {
        let (german, english) = (keys(Lang::De), keys(Lang::En));
        let only = |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| {
            a.keys().filter(|k| !b.contains_key(*k)).cloned().collect::<Vec<_>>()
        };
        assert_eq!(only(&german, &english), Vec::<String>::new(), "missing in English");
        assert_eq!(only(&english, &german), Vec::<String>::new(), "missing in German");
        for (key, arguments) in &german {
            assert_eq!(arguments, &english[key], "{key} takes other arguments in English");
        }
    }

    #[test]
    fn every_key_used_exists_and_gets_the_arguments_it_takes() {
        let known = keys(Lang::De);
        for (key, (arguments, file)) in used() {
            let takes = known
                .get(&key)
                .unwrap_or_else(|| panic!("{key} ({file}) has no translation"));
            assert!(
                takes.is_subset(&arguments),
                "{key} ({file}) takes {takes:?}, given {arguments:?}"
            );
        }
    }

    #[test]
    fn every_text_can_be_shown() {
        for lang in Lang::ALL {
            for (key, arguments) in keys(lang) {
                let bundle = of(lang);
                let pattern = bundle.get_message(&key).unwrap().value().unwrap();
                let mut args = FluentArgs::new();
                for name in &arguments {
                    args.set(name.clone(), 2);
                }
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
                assert!(errors.is_empty() && !text.trim().is_empty(), "{key}: {errors:?}");
            }
        }
    }
}

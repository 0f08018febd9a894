//! One style sheet out of `style/`: imports are put in place, comments and needless blanks go.

use super::File;
use anyhow::{Context, Result, bail, ensure};
use std::{fs, path::Path};

/// Joins `style/main.css` with everything it imports. `names` are the files that `url(…)` may point to.
///
/// # Errors
/// When an import or a `url(…)` names a file that does not exist.
pub fn build(folder: &Path, names: &[String]) -> Result<File> {
    let main = folder.join("main.css");
    let text = if main.exists() {
        minify(&join(&main, 0)?)
    } else {
        String::new()
    };
    for target in targets(&text) {
        ensure!(
            is_elsewhere(target) || names.iter().any(|name| name == target),
            "a style uses url({target}), but there is no such file; pictures lie in app/assets and are url(assets/NAME)"
        );
    }
    Ok(File {
        path: "main.css".into(),
        bytes: text.into_bytes(),
    })
}

/// A style sheet with its imports replaced by what they import.
fn join(path: &Path, depth: u8) -> Result<String> {
    ensure!(depth < 8, "{} imports itself", path.display());
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut joined = String::with_capacity(text.len());
    for line in text.lines() {
        let Some(import) = line.trim_start().strip_prefix("@import") else {
            joined.push_str(line);
            joined.push('\n');
            continue;
        };
        let import = Import::parse(import).with_context(|| format!("{}: cannot read `{line}`", path.display()))?;
        let imported = join(&path.with_file_name(import.file), depth + 1)?;
        match import.layer {
            Some(layer) => joined.push_str(&format!("@layer {layer} {{\n{imported}}}\n")),
            None => joined.push_str(&imported),
        }
    }
    Ok(joined)
}

/// `"file.css"` or `url("file.css")`, then perhaps `layer(name)`, then `;` and perhaps a comment.
struct Import<'l> {
    file: &'l str,
    layer: Option<&'l str>,
}

impl<'l> Import<'l> {
    fn parse(rest: &'l str) -> Result<Self> {
        let (import, comment) = rest
            .split_once(';')
            .context("an import is one line and ends with `;`")?;
        let comment = comment.trim();
        ensure!(
            comment.is_empty() || comment.starts_with("/*") && comment.ends_with("*/"),
            "one import on each line"
        );
        let mut parts = import.split_whitespace();
        let file = parts.next().context("an import names a file")?;
        let file = file
            .strip_prefix("url(")
            .and_then(|file| file.strip_suffix(')'))
            .unwrap_or(file);
        let layer = match (parts.next(), parts.next()) {
            (None, _) => None,
            (Some(layer), None) => Some(
                layer
                    .strip_prefix("layer(")
                    .and_then(|layer| layer.strip_suffix(')'))
                    .context("only `layer(name)` may follow")?,
            ),
            _ => bail!("only `layer(name)` may follow"),
        };
        Ok(Self {
            file: file.trim_matches(['"', '\'']),
            layer,
        })
    }
}

/// Takes out comments and blanks that mean nothing. It knows strings and keeps every blank that could mean something:
/// between words, around `+`, `-`, `*`, `>` and before `:` (`a :hover` is not `a:hover`).
fn minify(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css;
    let mut blank = false;
    while let Some(next) = rest.chars().next() {
        if next.is_whitespace() {
            blank = true;
            rest = &rest[next.len_utf8()..];
            continue;
        }
        if let Some(comment) = rest.strip_prefix("/*") {
            blank = true;
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let before = small.chars().next_back();
        if blank && before.is_some_and(|before| !"{};,:(".contains(before)) && !"{};,)".contains(next) {
            small.push(' ');
        }
        blank = false;
        if next == '}' && small.ends_with(';') {
            small.pop();
        }
        let taken = if next == '"' || next == '\'' {
            string_length(rest)
        } else {
            next.len_utf8()
        };
        small.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    small
}

/// The length in bytes of the quoted string at the start of `text`, with its quotes.
fn string_length(text: &str) -> usize {
    let mut characters = text.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    while let Some((at, character)) = characters.next() {
        if character == '\\' {
            characters.next();
        } else if Some(character) == quote {
            return at + character.len_utf8();
        }
    }
    text.len()
}

/// What the style's `url(…)` point to, without quotes, query and fragment.
fn targets(css: &str) -> Vec<&str> {
    let inside = css.split("url(").skip(1).filter_map(|rest| match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest[1..].split(quote).next(),
        _ => rest.split(')').next(),
    });
    inside
        .map(|target| {
            if is_elsewhere(target) {
                target
            } else {
                target.split(['?', '#']).next().unwrap_or(target)
            }
        })
        .collect()
}

fn is_elsewhere(target: &str) -> bool {
    target.starts_with("data:") || target.starts_with('#') || target.starts_with('/') || target.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    fn built(files: &[(&str, &str)]) -> Result<String> {
        let folder = folder(files);
        Ok(String::from_utf8(
            build(folder.path(), &["assets/leaf.svg".into()])?.bytes,
        )?)
    }

    #[test]
    fn blanks_and_comments_go_where_they_mean_nothing() {
        assert_eq!(
            minify("/* a */\na , b > c { color : red ;\n  margin: 0 auto; }\n"),
            "a,b > c{color :red;margin:0 auto}"
        );
    }

    #[test]
    fn blanks_stay_where_they_mean_something() {
        for css in [
            "a :hover{x:calc(1px + 2px)}",
            "a .b{}",
            "@media (a) and (b){}",
            "a{font:1em/1.2 \"A  B\",serif}",
        ] {
            assert_eq!(minify(css), css);
        }
        assert_eq!(minify("@media not (a){}"), "@media not (a){}");
    }

    #[test]
    fn strings_keep_what_looks_like_css() {
        assert_eq!(
            minify(r#"a { content: "/* x */ \"  ; }" }"#),
            r#"a{content:"/* x */ \"  ; }"}"#
        );
    }

    #[test]
    fn an_unfinished_comment_or_string_ends_the_sheet() {
        assert_eq!(minify("a{} /* open"), "a{}");
        assert_eq!(minify("a{content:\"open"), "a{content:\"open");
    }

    #[test]
    fn imports_are_put_in_place_in_their_order_and_layer() {
        let css = built(&[
            (
                "main.css",
                "@layer one, two;\n@import \"b.css\" layer(two);\n@import url(\"a.css\"); /* a */\n",
            ),
            ("a.css", "a { color: red; }\n"),
            ("b.css", "b { color: blue; }\n"),
        ]);
        assert_eq!(css.unwrap(), "@layer one,two;@layer two{b{color:blue}}a{color:red}");
    }

    #[test]
    fn a_missing_import_or_picture_is_an_error() {
        assert!(built(&[("main.css", "@import \"none.css\";")]).is_err());
        assert!(built(&[("main.css", "a { background: url(assets/none.svg) }")]).is_err());
        assert!(built(&[("main.css", "a { background: url('assets/leaf.svg#stem') }")]).is_ok());
        assert!(built(&[("main.css", "a { background: url(\"data:image/svg+xml,x\") }")]).is_ok());
    }

    #[test]
    fn a_circle_of_imports_is_an_error_and_not_an_endless_loop() {
        assert!(built(&[("main.css", "@import \"main.css\";")]).is_err());
    }
}

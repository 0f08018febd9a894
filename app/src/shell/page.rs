//! One page: its head, its frame, its body, rendered to text at once.

use super::{frame, site, visitor::Visitor};
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use leptos::{config::LeptosOptions, prelude::*, reactive::owner::Owner, tachys::view::any_view::AnyView};
use std::sync::Arc;

/// How wide the text of a page runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Width {
    /// Lists and things.
    #[default]
    Wide,
    /// Forms and settings.
    Text,
    /// Signing in, errors.
    Narrow,
    /// The first page, without space above.
    Bleed,
}

/// A page about to be shown.
#[derive(Debug)]
pub struct Page {
    visitor: Visitor,
    title: String,
    description: Option<String>,
    status: StatusCode,
    indexed: bool,
    width: Width,
    canonical: Option<String>,
    picture: Option<String>,
    structured: Vec<serde_json::Value>,
}

impl Page {
    /// A page with a title, not yet shown.
    #[must_use]
    pub fn new(visitor: &Visitor, title: impl Into<String>) -> Self {
        Self {
            visitor: visitor.clone(),
            title: title.into(),
            description: None,
            status: StatusCode::OK,
            indexed: true,
            width: Width::default(),
            canonical: None,
            picture: None,
            structured: Vec::new(),
        }
    }

    /// What search engines and messengers say about it.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// The answer's status, 200 otherwise.
    #[must_use]
    pub const fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Kept out of search engines: private, empty or passing pages.
    #[must_use]
    pub const fn hidden(mut self) -> Self {
        self.indexed = false;
        self
    }

    /// How wide its text runs.
    #[must_use]
    pub const fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    /// The one path of this page among those that show the same.
    #[must_use]
    pub fn canonical(mut self, path: impl Into<String>) -> Self {
        self.canonical = Some(path.into());
        self
    }

    /// The path of a picture for messengers.
    #[must_use]
    pub fn picture(mut self, path: Option<String>) -> Self {
        self.picture = path;
        self
    }

    /// Structured data (schema.org), as JSON-LD.
    #[must_use]
    pub fn structured(mut self, data: serde_json::Value) -> Self {
        self.structured.push(data);
        self
    }

    /// Renders the page around what `body` makes. `body` is called inside a reactive owner, as islands need.
    pub fn show<V: IntoView + 'static>(self, body: impl FnOnce() -> V) -> Response {
        let status = self.status;
        let shown_notice = self.visitor.notice.is_some();
        let html = self.html(body);
        let mut response = (status, Html(html)).into_response();
        // Pages show who is signed in and what waits for them: browsers ask again, others keep nothing.
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        if shown_notice {
            super::settings::remember(&mut response, super::notices::COOKIE, None);
        }
        response
    }

    fn html<V: IntoView + 'static>(self, body: impl FnOnce() -> V) -> String {
        let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
        let html = owner.with(|| {
            if let Some(shared) = Owner::current_shared_context() {
                // Only islands hydrate; nothing else on the page carries ids.
                shared.set_is_hydrating(false);
            }
            // The body first: whether it holds islands decides about the script.
            let body = self.framed(body().into_any()).to_html();
            let head = self.head(body.contains("<leptos-island")).to_html();
            let theme = self
                .visitor
                .theme
                .map(|t| format!(" data-theme=\"{}\"", t.name()))
                .unwrap_or_default();
            let lang = self.visitor.lang.code();
            format!("<!DOCTYPE html><html lang=\"{lang}\"{theme}><head>{head}</head><body>{body}</body></html>")
        });
        owner.unset_with_forced_cleanup();
        without_marks(&html)
    }

    fn framed(&self, body: AnyView) -> AnyView {
        frame::frame(&self.visitor, self.width, body)
    }

    fn head(&self, islands: bool) -> AnyView {
        let ctx = self.visitor.ctx();
        let site = site::get();
        let community = ctx.settings.community.clone();
        let title = if self.title == community {
            community.clone()
        } else {
            format!("{} · {community}", self.title)
        };
        let address = ctx.url(self.canonical.as_deref().unwrap_or(&self.visitor.place));
        let alternates = self.indexed.then(|| {
            domain::Lang::ALL
                .into_iter()
                .map(|lang| {
                    let joint = if address.contains('?') { '&' } else { '?' };
                    view! { <link rel="alternate" hreflang=lang.code() href=format!("{address}{joint}lang={}", lang.code())/> }
                })
                .collect_view()
        });
        let structured = self
            .structured
            .iter()
            .map(|data| {
                // `<` cannot end the element when it is written as an escape.
                let text = data.to_string().replace('<', "\\u003c");
                view! { <script type="application/ld+json" inner_html=text></script> }
            })
            .collect_view();
        view! {
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
            <title>{title.clone()}</title>
            {self.description.clone().map(|text| view! {
                <meta name="description" content=text.clone()/>
                {property("og:description", text)}
            })}
            {(!self.indexed).then(|| view! { <meta name="robots" content="noindex"/> })}
            {self.indexed.then(|| view! { <link rel="canonical" href=address.clone()/> })}
            {alternates}
            {property("og:title", title)}
            {property("og:site_name", community)}
            {property("og:type", "website".to_owned())}
            {self.picture.as_ref().map(|path| property("og:image", ctx.url(path)))}
            {theme_color("(prefers-color-scheme: light)", "#f3f0e6")}
            {theme_color("(prefers-color-scheme: dark)", "#141a17")}
            <link rel="icon" href=format!("{}favicon.svg", site.assets) type="image/svg+xml"/>
            <link rel="stylesheet" href=site.css.clone()/>
            {(islands && !site.boot.is_empty()).then(|| view! {
                <script type="module" src=site.boot.clone()></script>
            })}
            {structured}
        }
        .into_any()
    }
}

/// A piece of a page, to be put into one that is open in a browser.
#[must_use]
pub fn fragment(view: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| view().to_html());
    owner.unset_with_forced_cleanup();
    without_marks(&html)
}

/// The page without the marks (`<!>`) by which Leptos finds its place when it hydrates. Only islands hydrate, so only
/// they keep theirs; elsewhere the marks cost bytes, and inside `<title>` and `<textarea>` they would be text.
fn without_marks(html: &str) -> String {
    const OPENS: &str = "<leptos-island";
    const CLOSES: &str = "</leptos-island>";
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(OPENS) {
        kept.push_str(&rest[..start].replace("<!>", ""));
        rest = &rest[start..];
        let (mut at, mut depth) = (0, 0_usize);
        while let Some(next) = rest[at..].find("leptos-island") {
            let opens = rest[..at + next].ends_with('<');
            at += next + "leptos-island".len();
            depth = if opens { depth + 1 } else { depth.saturating_sub(1) };
            if depth == 0 {
                break;
            }
        }
        let end = if depth == 0 {
            rest[..at].len() + CLOSES.len() - "</leptos-island".len()
        } else {
            rest.len()
        };
        kept.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    kept.push_str(&rest.replace("<!>", ""));
    kept
}

/// A `<meta property>` of the Open Graph protocol.
fn property(name: &'static str, content: String) -> AnyView {
    leptos::html::meta()
        .attr("property", name)
        .attr("content", content)
        .into_any()
}

/// The colour of the browser's own frame in a light or dark surrounding.
fn theme_color(media: &'static str, colour: &'static str) -> AnyView {
    leptos::html::meta()
        .attr("name", "theme-color")
        .attr("media", media)
        .attr("content", colour)
        .into_any()
}

/// Leptos' options, for its server functions.
#[must_use]
pub fn leptos_options() -> LeptosOptions {
    LeptosOptions::builder().output_name("allmende").build()
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn marks_go_outside_of_islands_and_stay_inside() {
        let page = "<title>A<!></title><leptos-island data-component=\"x\"><p>1<!></p><leptos-island>2<!></leptos-island><!>\
                    </leptos-island><b>3<!></b><leptos-island>4<!></leptos-island>5<!>";
        let clean = "<title>A</title><leptos-island data-component=\"x\"><p>1<!></p><leptos-island>2<!></leptos-island><!>\
                     </leptos-island><b>3</b><leptos-island>4<!></leptos-island>5";
        assert_eq!(without_marks(page), clean);
        assert_eq!(without_marks("no islands<!>"), "no islands");
        assert_eq!(without_marks("<leptos-island>open<!>"), "<leptos-island>open<!>");
    }
}

//! «Endret siden innkallingen»: said once and calmly, to those who read it before they came.

use maud::{Markup, html};
use meeting::screens::phone::PhoneScreen;
use plan::news::News;

use crate::shell::frame::Frame;
use crate::shell::time;

pub(super) fn news(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    html! {
        @if !s.news.is_empty() {
            section id="since-sent" class="ph-carry" aria-labelledby="since-sent-title" {
                h2 id="since-sent-title" class="ds-heading" data-size="2xs" { (f.t("news-title")) }
                ul { @for it in &s.news { li { (line(f, it)) } } }
            }
        }
    }
}

fn line(f: &Frame<'_>, it: &News) -> String {
    match it {
        News::Time { starts_at, .. } if starts_at.is_empty() => f.t("news-no-time"),
        News::Time { starts_at, ends_at } => {
            let when = time::span_in_words(f.lang, starts_at, ends_at);
            f.with("news-time", &[("when", when.into())])
        }
        News::Place { place } if place.trim().is_empty() => f.t("news-no-place"),
        News::Place { place } => f.with("news-place", &[("place", place.as_str().into())]),
        News::Added { title } => f.with("news-added", &[("what", title.as_str().into())]),
        News::Removed { title } => f.with("news-removed", &[("what", title.as_str().into())]),
    }
}

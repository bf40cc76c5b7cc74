//! What every page is told about its viewer, and the document around each page.

use kernel::ids::SeatId;
use kernel::lang::Lang;
use kernel::time::Moment;
use maud::{DOCTYPE, Markup, html};
use texts::{Argument, Texts};

use crate::shell::assets::Assets;
use crate::shell::{CodeOpens, bits};

/// What a page needs besides its own struct.
pub struct Frame<'a> {
    pub lang: Lang,
    pub texts: &'a Texts,
    pub assets: &'a Assets,
    /// The meeting's id in addresses.
    pub meeting: &'a str,
    /// The six digits that people join with.
    pub code: &'a str,
    /// What the square to scan carries; empty in a meeting that has only a code.
    pub join_token: &'a str,
    pub code_opens: CodeOpens,
    /// Scheme and host, without a slash at the end.
    pub origin: &'a str,
    pub now: Moment,
    /// The log's length when the page was made.
    pub seq: i64,
    /// The seats that this device may write for.
    pub seats: Vec<(SeatId, String)>,
    /// The viewer leads the meeting now: the leader, or the deputy who has taken over.
    pub leads: bool,
    /// The viewer may plan the meeting, which a deputy may not.
    pub plans: bool,
    /// The address of the page itself.
    pub path: &'a str,
}

impl Frame<'_> {
    /// Returns a text.
    pub(crate) fn t(&self, key: &str) -> String {
        self.texts.get(self.lang, key, &[])
    }

    /// Returns a text with a number in it, `$n`.
    pub(crate) fn n(&self, key: &str, n: impl TryInto<i64>) -> String {
        let n = n.try_into().unwrap_or(i64::MAX);
        self.texts.get(self.lang, key, &[("n", n.into())])
    }

    /// Returns a text with values in it.
    pub(crate) fn with(&self, key: &str, args: &[(&str, Argument<'_>)]) -> String {
        self.texts.get(self.lang, key, args)
    }

    pub(crate) fn attr(&self, key: &str, attribute: &str) -> String {
        self.texts.attr(self.lang, key, attribute, &[])
    }

    /// Returns a text that not every tool has.
    pub(crate) fn find(&self, key: &str, attribute: Option<&str>) -> Option<String> {
        self.texts.find(self.lang, key, attribute, &[])
    }

    /// Returns an address under the meeting.
    pub(crate) fn at(&self, rest: &str) -> String {
        format!("/meetings/{}/{rest}", self.meeting)
    }

    /// Returns the address that a newcomer scans or opens from an invitation. Nobody guesses it,
    /// so whoever comes by it stands outside what is counted for guesses.
    pub(crate) fn join_address(&self) -> String {
        if self.join_token.is_empty() {
            return format!("{}/m/{}", self.origin, self.code);
        }
        format!("{}/j/{}", self.origin, self.join_token)
    }

    /// Returns the host as a person would write it.
    pub(crate) fn host(&self) -> &str {
        self.origin.split_once("//").map_or(self.origin, |(_, host)| host)
    }
}

/// How a page differs from others: what stands on `<body>` and in `<head>`.
pub(crate) struct Sheet<'a> {
    pub title: &'a str,
    /// Whose drafts and outbox the device keeps on this page.
    pub scope: &'a str,
    pub desk: bool,
    /// `light`, `dark`, or `auto`.
    pub scheme: &'a str,
    pub keys: bool,
    pub size: Option<&'a str>,
    /// Several people write on this device.
    pub is_shared: bool,
    /// Seconds after which a browser that runs no script asks again.
    pub reload_s: Option<u32>,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(title: &'a str) -> Sheet<'a> {
        Sheet {
            title,
            scope: "",
            desk: false,
            scheme: "light",
            keys: false,
            size: None,
            is_shared: false,
            reload_s: None,
        }
    }
}

/// Returns the whole document.
pub(crate) fn document(f: &Frame<'_>, sheet: &Sheet<'_>, content: &Markup) -> Markup {
    let asset = |name| f.assets.url(name);
    html! {
        (DOCTYPE)
        html lang=(f.lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover";
                meta name="robots" content="noindex";
                @if let Some(seconds) = sheet.reload_s {
                    noscript { meta http-equiv="refresh" content=(seconds); }
                }
                title { (sheet.title) " – " (f.t("app-name")) }
                link rel="stylesheet" href=(asset("app.css"));
                @if sheet.desk { link rel="stylesheet" href=(asset("desk.css")); }
                link rel="icon" href=(asset("icon.svg"));
                link rel="manifest" href=(asset("manifest.webmanifest"));
                script type="module" src=(asset("app.js")) {}
                @if sheet.desk { script type="module" src=(asset("desk.js")) {} }
            }
            body data-scope=(sheet.scope) data-color-scheme=(sheet.scheme) data-color="fjord"
                data-keys[sheet.keys] data-size=[sheet.size]
                data-device=[sheet.is_shared.then_some("shared")] {
                a class="ds-skip-link" href="#content" { (f.t("skip-to-content")) }
                p class="ds-sr-only" role="status" data-announce data-own {}
                (content)
            }
        }
    }
}

/// Returns an ordinary page: a heading, its content, and the foot with the languages.
pub(crate) fn page(f: &Frame<'_>, sheet: &Sheet<'_>, is_wide: bool, content: &Markup) -> Markup {
    let width = if is_wide { "sl-page sl-page--wide" } else { "sl-page" };
    let inner = html! {
        header class=(format!("{width} pr-hide")) {
            a class="sl-brand" href="/" { (bits::loop_mark()) (f.t("app-name")) }
        }
        main id="content" tabindex="-1" class=(width) {
            h1 class="ds-heading" data-size="lg" { (sheet.title) }
            (content)
        }
        (foot(f))
    };
    document(f, sheet, &inner)
}

/// Returns the foot of a page, where the language is changed.
pub(crate) fn foot(f: &Frame<'_>) -> Markup {
    html! {
        footer class="sl-site-foot pr-hide" {
            (languages(f))
            span { (f.t("colophon")) }
        }
    }
}

/// Returns one button for each language that is not the page's own.
fn languages(f: &Frame<'_>) -> Markup {
    html! {
        form id="language-form" class="sl-row" method="post" action="/language" {
            input type="hidden" name="back" value=(f.path);
            span id="language-label" { (f.t("language")) ":" }
            @for lang in Lang::ALL {
                @if lang == f.lang {
                    strong aria-current="true" { (own_name(lang)) }
                } @else {
                    button class="ds-button" data-variant="tertiary" data-size="sm" name="lang"
                        value=(lang.tag()) lang=(lang.tag()) { (own_name(lang)) }
                }
            }
        }
    }
}

fn own_name(lang: Lang) -> &'static str {
    lang.pick(["Bokmål", "Nynorsk", "English"])
}

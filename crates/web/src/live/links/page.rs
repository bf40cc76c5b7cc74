//! The list of links, with a way to take each back and to make another.

use kernel::ids::TokenHash;
use kernel::time::Moment;
use maud::{Markup, html};

use crate::door::access::AccessRole;
use crate::door::ends;
use crate::shell::bits;
use crate::shell::frame::{Frame, Sheet, page};
use crate::shell::request::COOKIE_S_MAX;
use crate::shell::time;

const DAY_S: u64 = 24 * 60 * 60;

/// A link, or what is left of one, and how many devices came by it.
pub struct LinkLine {
    pub role: AccessRole,
    /// Whose seat it opens.
    pub name: String,
    /// `None` for what was given before links were remembered.
    pub link: Option<TokenHash>,
    /// `None` when the link has been taken back, and one device has kept what it opened.
    pub made_at: Option<Moment>,
    pub devices: i64,
    pub opened_at: Option<Moment>,
    pub is_by_viewer: bool,
}

/// A link that has just been made. Its address is known only now.
pub struct FreshLink {
    pub role: AccessRole,
    pub address: String,
}

/// What the page shows.
pub struct LinkList {
    /// The meeting's; `None` where the links open every meeting.
    pub title: Option<String>,
    pub ended_at: Option<Moment>,
    pub address: String,
    pub lines: Vec<LinkLine>,
    /// Devices that came in by the code, with seats of their own.
    pub by_code: i64,
    pub fresh: Option<FreshLink>,
    pub is_done: bool,
}

/// Returns the page.
#[must_use]
pub fn links_page(f: &Frame<'_>, list: &LinkList) -> Markup {
    let title = f.t("links-title");
    let content = html! {
        @match &list.title {
            Some(title) => {
                p { a class="ds-link" href=(f.at("console")) { (bits::icon(f, "left")) (f.t("link-console")) } }
                p { strong { (title) } }
            }
            None => p { a class="ds-link" href="/meetings" { (bits::icon(f, "left")) (f.t("nav-meetings")) } },
        }
        @if list.is_done {
            div class="ds-alert" data-color="success" role="status" { p { (f.t("links-taken-back")) } }
        }
        @if let Some(fresh) = &list.fresh { (fresh_link(f, list, fresh)) }
        p { (f.t("links-intro")) }
        ul class="sl-plain sl-stack" {
            @for (number, line) in list.lines.iter().enumerate() {
                li class="rs-card sl-stack" { (one(f, list, line, number)) }
            }
        }
        @if list.by_code > 0 { p { (f.n("links-by-code", list.by_code)) } }
        (make(f, list))
        (bits::sign_out(f))
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

fn fresh_link(f: &Frame<'_>, list: &LinkList, fresh: &FreshLink) -> Markup {
    html! {
        section class="ds-alert sl-stack" data-color="info" role="status" aria-labelledby="fresh-title" {
            h2 class="ds-heading" data-size="xs" id="fresh-title" { (kind(f, fresh.role, "")) }
            ds-field class="ds-field" {
                label class="ds-label" for="fresh" { (f.t("links-fresh")) }
                textarea class="ds-input" id="fresh" rows="3" readonly { (fresh.address) }
            }
            p { (lasts(f, list, fresh.role)) }
            button class="ds-button" type="button" data-copy="fresh" hidden
                data-copied=(f.t("copied")) { (bits::icon(f, "copy")) span { (f.t("copy-text")) } }
            div class="pj-qr" { (bits::qr(&fresh.address, &f.t("links-fresh-qr"))) }
        }
    }
}

fn kind(f: &Frame<'_>, role: AccessRole, name: &str) -> String {
    match role {
        AccessRole::Leader => f.t("links-kind-leader"),
        AccessRole::Wall => f.t("links-kind-wall"),
        AccessRole::Join => f.t("links-kind-join"),
        AccessRole::Organiser => f.t("links-kind-organiser"),
        AccessRole::Seat(_) | AccessRole::Claim(_) => {
            f.with("links-kind-seat", &[("name", name.into())])
        }
    }
}

fn one(f: &Frame<'_>, list: &LinkList, line: &LinkLine, number: usize) -> Markup {
    let day = |at: Moment| time::day(f.lang, at);
    html! {
        h2 class="ds-heading" data-size="xs" { (kind(f, line.role, &line.name)) }
        @match (&line.link, line.made_at) {
            (None, _) => p { (f.t("links-earlier")) },
            (Some(_), None) => p { (f.t("links-gone")) },
            (Some(_), Some(made_at)) => p { (f.with("links-made", &[("day", day(made_at).into())])) },
        }
        @if line.role != AccessRole::Join {
            p {
                @match (line.opened_at, line.devices) {
                    (_, 0) => { (f.t("links-unused")) }
                    (Some(at), n) if line.link.is_some() => {
                        (f.with("links-used", &[("n", n.into()), ("day", day(at).into())]))
                    }
                    (_, n) => { (f.n("links-used-earlier", n)) }
                }
                @if line.is_by_viewer { " " (f.t("links-used-here")) }
            }
        }
        p { (lasts(f, list, line.role)) }
        (take_back(f, list, line, number))
    }
}

/// When what a role opens ends by itself, as the door reckons it.
fn lasts(f: &Frame<'_>, list: &LinkList, role: AccessRole) -> String {
    let ended = ends::end_of(role, list.ended_at);
    match (ends::kept(role), ended) {
        (Some(kept), None) => f.n("links-lasts-after", kept.as_secs() / DAY_S),
        (_, Some(end)) => {
            let key = if f.now < end { "links-lasts-until" } else { "links-lasted-until" };
            f.with(key, &[("day", time::day(f.lang, end).into())])
        }
        (None, None) if role == AccessRole::Join => f.t("links-lasts-with-code"),
        (None, None) => f.n("links-lasts", u64::from(COOKIE_S_MAX) / DAY_S),
    }
}

/// One press opens what it will do, and another does it.
fn take_back(f: &Frame<'_>, list: &LinkList, line: &LinkLine, number: usize) -> Markup {
    let others = line.devices - i64::from(line.is_by_viewer);
    let (form, here) = (format!("take-back-{number}"), format!("here-{number}"));
    html! {
        details class="ds-details" id=(format!("link-{number}")) {
            summary { (f.t("links-take-back")) }
            form class="sl-stack" id=(form) method="post" action=(format!("{}/removal", list.address)) {
                input type="hidden" name="kind" value=(line.role.key());
                input type="hidden" name="link"
                    value=(line.link.as_ref().map(TokenHash::as_str).unwrap_or_default());
                p {
                    @match line.role {
                        AccessRole::Join => { (f.t("links-take-back-join")) }
                        AccessRole::Seat(_) | AccessRole::Claim(_) => {
                            (f.n("links-take-back-text", others)) " " (f.t("links-take-back-seat"))
                        }
                        AccessRole::Leader | AccessRole::Wall | AccessRole::Organiser => {
                            (f.n("links-take-back-text", others))
                        }
                    }
                }
                @if line.is_by_viewer {
                    p { (f.t("links-keep-here")) }
                    ds-field class="ds-field" {
                        input class="ds-input" type="checkbox" id=(here) name="here" value="true";
                        label class="ds-label" for=(here) { (f.t("links-also-here")) }
                    }
                }
                div {
                    button class="ds-button" data-color="danger" {
                        (bits::icon(f, "trash")) (f.t("links-take-back-now"))
                        span class="ds-sr-only" { " «" (kind(f, line.role, &line.name)) "»" }
                    }
                }
            }
        }
    }
}

fn make(f: &Frame<'_>, list: &LinkList) -> Markup {
    let kinds: &[AccessRole] = match list.title {
        Some(_) => &[AccessRole::Leader, AccessRole::Wall, AccessRole::Join],
        None => &[AccessRole::Organiser],
    };
    html! {
        section class="sl-stack" aria-labelledby="make-title" {
            h2 class="ds-heading" data-size="xs" id="make-title" { (f.t("links-make")) }
            p { (f.t("links-make-text")) }
            form id="make-link" class="sl-row" method="post" action=(list.address) {
                @for role in kinds {
                    button class="ds-button" data-variant="secondary" name="kind" value=(role.key()) {
                        (bits::icon(f, "link")) (kind(f, *role, ""))
                    }
                }
            }
        }
    }
}

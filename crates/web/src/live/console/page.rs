//! The leader's console: what to say now, what comes, and what the room needs.

use maud::{Markup, html};
use meeting::screens::console::ConsoleScreen;
use meeting::screens::{CommitmentCard, PhaseCard};

use super::{now, people, program, room};
use crate::shell::bits;
use crate::shell::frame::{Frame, Sheet, document, foot};
use crate::shell::time;

/// Returns the console's page.
#[must_use]
pub fn console_page(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let scope = format!("{}-leader", f.meeting);
    let sheet =
        Sheet { scope: &scope, desk: true, keys: true, scheme: "light", ..Sheet::new(&s.title) };
    let content = html! {
        div class="ph-lines" { (bits::lines(f, "console")) }
        (console_part(f, s))
        (keys(f, true))
        (foot(f))
    };
    document(f, &sheet, &content)
}

/// Returns the part of the console that is sent again.
#[must_use]
pub fn console_part(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let round = s
        .now
        .as_ref()
        .map_or("none".to_owned(), |now| format!("{}-{}", now.place.item, now.place.step));
    html! {
        main id="screen" class="cn" data-round=(round) {
            div class="sl-stack" id="content" tabindex="-1" {
                div class="ph-top" {
                    span class="sl-brand" { (bits::loop_mark()) (s.title) }
                    span class="sl-num" { (f.with("console-here", &[
                        ("n", present(s).into()), ("lines", i64::from(s.connected).into()),
                    ])) }
                    (bits::connection(f))
                }
                (bits::refresh(f))
                (now::now(f, s))
                (program::program(f, s))
                (room::groups(f, s))
            }
            div class="sl-stack" {
                (room::needs(f, s))
                (people::people(f, s))
                (people::groups(f, s))
                (commitments(f, &s.commitments))
                (parked(f, s))
                (links(f, s))
                (bits::sign_out(f))
            }
        }
    }
}

fn present(s: &ConsoleScreen) -> i64 {
    i64::try_from(s.people.iter().filter(|it| it.present).count()).unwrap_or(i64::MAX)
}

fn commitments(f: &Frame<'_>, all: &[CommitmentCard]) -> Markup {
    html! {
        @if !all.is_empty() {
            section {
                h2 class="ds-heading" data-size="xs" { (f.t("nav-actions")) }
                ul {
                    @for it in all {
                        li {
                            strong { (it.owner_name) } " – " (it.what)
                            @if !it.due.is_empty() { ", " (time::date_in_words(f.lang, &it.due)) }
                            " (" (answer(f, it.accepted)) ")"
                        }
                    }
                }
            }
        }
    }
}

fn answer(f: &Frame<'_>, accepted: Option<bool>) -> String {
    f.t(match accepted {
        None => "commit-open",
        Some(true) => "commit-taken",
        Some(false) => "commit-refused",
    })
}

fn parked(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    html! {
        section class="sl-stack" {
            h2 class="ds-heading" data-size="xs" { (f.t("parked")) }
            @if !s.parked.is_empty() {
                ul {
                    @for it in &s.parked {
                        li { (it.text)
                            @if let Some(table) = it.table { " (" (f.n("table", table.0)) ")" } }
                    }
                }
            }
            form class="sl-stack" id="park-form" method="post" action=(f.at("parked")) data-outbox
                data-reset {
                (bits::input("park-text", "text", &f.t("park-label"), "text", ""))
                button class="ds-button" data-variant="secondary" { (f.t("park-send")) }
            }
        }
    }
}

fn links(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    html! {
        nav aria-label=(f.t("console-links")) {
            ul class="sl-plain sl-stack" {
                @for (path, key, icon, _) in [
                    ("wall", "link-wall", "plenary", true),
                    ("result", "link-result", "bookmark", true),
                    ("print/all", "link-print", "print", true),
                    ("plan", "link-plan", "calendar", f.plans),
                    ("groups", "link-groups", "group", f.plans),
                    ("links", "link-links", "link", f.plans),
                ].into_iter().filter(|it| it.3) {
                    li { a class="ds-link" href=(f.at(path)) { (bits::icon(f, icon)) " " (f.t(key)) } }
                }
            }
        }
        @if s.phase == PhaseCard::Lobby {
            p { (f.t("join-at")) " " strong { (f.host()) } " " (f.t("join-with-code")) " "
                strong class="pj-code" { (bits::spoken_code(f.code)) } }
        }
    }
}

/// The keys of the console, in a window that `?` opens, and where they can be switched off.
pub(crate) fn keys(f: &Frame<'_>, moves_the_meeting: bool) -> Markup {
    let moves = [
        ("PageDown → Space", "console-next"),
        ("PageUp ←", "previous"),
        ("s", "timer-start"),
        ("p", "timer-pause"),
        ("1", "timer-plus"),
        ("2", "timer-plus-two"),
    ];
    let moves = if moves_the_meeting { moves.as_slice() } else { &[] };
    let everywhere = [("f", "key-fullscreen"), ("b", "key-black"), ("?", "keys-title")];
    html! {
        dialog class="ds-dialog" id="keys" data-help aria-labelledby="keys-title" {
            h2 class="ds-heading" data-size="xs" id="keys-title" { (f.t("keys-title")) }
            table class="rs-table" {
                thead { tr { th scope="col" { (f.t("keys-key")) } th scope="col" { (f.t("keys-does")) } } }
                tbody {
                    @for (key, does) in moves.iter().chain(&everywhere) {
                        tr { td { kbd { (key) } } td { (f.t(does)) } }
                    }
                }
            }
            ds-field class="ds-field" {
                input class="ds-input" type="checkbox" role="switch" id="keys-switch" data-keys-switch
                    checked;
                label class="ds-label" for="keys-switch" { (f.t("keys-single")) }
            }
            form method="dialog" { button class="ds-button" { (f.t("close")) } }
        }
    }
}

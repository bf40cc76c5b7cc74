//! The projector. Read from the back row, and never a private thing on it.

use std::collections::BTreeSet;

use kernel::role::Role;
use maud::{Markup, html};
use meeting::screens::wall::WallScreen;
use meeting::screens::{CommitmentCard, PhaseCard};

use super::running;
use crate::live::console::page::keys;
use crate::shell::bits;
use crate::shell::frame::{Frame, Sheet, document};
use crate::shell::time;

/// Returns the wall's page.
#[must_use]
pub fn wall_page(f: &Frame<'_>, s: &WallScreen) -> Markup {
    let scope = format!("{}-wall", f.meeting);
    let sheet = Sheet {
        scope: &scope,
        keys: true,
        scheme: "dark",
        size: Some("giant"),
        ..Sheet::new(&s.title)
    };
    let content = html! {
        sl-live src=(f.at("live?as=wall")) data-seq=(f.seq) {}
        (wall_part(f, s))
        nav class="pj-tools" aria-label=(f.t("wall-tools")) {
            button class="ds-button" type="button" data-variant="tertiary" data-scheme-switch
                aria-pressed="false" { (bits::icon(f, "sun")) (f.t("wall-light")) }
            button class="ds-button" type="button" data-variant="tertiary" data-bell
                aria-pressed="false" { (bits::icon(f, "sound")) (f.t("timer-sound")) }
            button class="ds-button" type="button" data-variant="tertiary" data-fullscreen {
                (bits::icon(f, "expand")) (f.t("key-fullscreen"))
            }
        }
        (keys(f, false))
    };
    document(f, &sheet, &content)
}

/// Returns the part of the wall that is sent again.
#[must_use]
pub fn wall_part(f: &Frame<'_>, s: &WallScreen) -> Markup {
    let round = s
        .now
        .as_ref()
        .map_or(phase(s.phase).to_owned(), |now| format!("{}-{}", now.place.item, now.place.step));
    html! {
        main id="screen" class="pj" data-round=(round) {
            div class="pj-top" id="content" tabindex="-1" {
                span class="sl-brand" { (bits::loop_mark()) (s.title) }
                @if let Some(now) = &s.now {
                    span { (f.with("item-of", &[
                        ("n", i64::try_from(now.number).unwrap_or(0).into()),
                        ("of", i64::try_from(now.items).unwrap_or(0).into()),
                    ])) }
                }
                (bits::connection(f))
            }
            @match (s.phase, &s.now) {
                (PhaseCard::Running, Some(now)) => (running::running(f, s, now)),
                (PhaseCard::Ended, _) => (ended(f, s)),
                (PhaseCard::Lobby | PhaseCard::Running, _) => (lobby(f, s)),
            }
            (foot(f, s))
        }
    }
}

fn phase(phase: PhaseCard) -> &'static str {
    match phase {
        PhaseCard::Lobby => "lobby",
        PhaseCard::Running => "running",
        PhaseCard::Ended => "ended",
    }
}

fn lobby(f: &Frame<'_>, s: &WallScreen) -> Markup {
    html! {
        div class="pj-grid" {
            div {
                @if s.door_locked { p class="pj-lead" { (f.t("door-is-locked")) } }
                @else {
                    div class="pj-qr pj-qr--big" {
                        (bits::qr(&f.join_address(), &f.with("qr-label", &[("host", f.host().into())])))
                    }
                }
            }
            div {
                div class="pj-task" { h1 { (s.title) } }
                @if !s.door_locked {
                    p { (f.t("join-at")) " " strong { (f.host()) } br; (f.t("join-with-code")) }
                    p class="pj-code pj-code--big" { (bits::spoken_code(f.code)) }
                }
                (goals(f, &s.goals))
                @if !s.result.is_empty() {
                    p class="pj-lead" { strong { (f.t("wall-result")) ": " } (s.result) }
                }
                p class="pj-lead" { (f.n("lobby-count", s.here)) }
                ul class="pj-names" { @for name in &s.names { li { (name) } } }
            }
        }
    }
}

fn goals(f: &Frame<'_>, goals: &[String]) -> Markup {
    html! {
        @if !goals.is_empty() {
            h2 class="pj-lead" { (f.t("goals")) }
            ul class="pj-lead" { @for goal in goals { li { (goal) } } }
        }
    }
}

fn ended(f: &Frame<'_>, s: &WallScreen) -> Markup {
    let taken: Vec<&CommitmentCard> =
        s.commitments.iter().filter(|it| it.accepted == Some(true)).collect();
    html! {
        div class="pj-grid pj-grid--one" {
            div {
                h1 class="pj-h1" { (f.t("ended-thanks")) }
                @if s.goal_results.is_empty() { (goals(f, &s.goals)) }
                @else {
                    h2 class="pj-lead" { (f.t("goals-asked")) }
                    div class="pj-lead" { (bits::goal_results(f, &s.goal_results)) }
                }
                @if !taken.is_empty() {
                    h2 class="pj-lead" { (f.t("nav-actions")) }
                    ul class="sl-plain pj-lead" {
                        @for it in taken {
                            li { strong { (it.owner_name) } ": " (it.what)
                                @if !it.due.is_empty() { ", " (time::date_in_words(f.lang, &it.due)) } }
                        }
                    }
                }
            }
        }
    }
}

/// How to join, what the icons mean, and what comes next.
fn foot(f: &Frame<'_>, s: &WallScreen) -> Markup {
    let next = s.program.iter().find(|row| row.begins_at.is_some());
    let members = s.tables.iter().flat_map(|table| &table.members);
    let roles: BTreeSet<Role> = members.flat_map(|it| it.roles.iter().copied()).collect();
    html! {
        div class="pj-foot" {
            @if s.phase == PhaseCard::Running && !s.door_locked {
                span class="pj-qr" {
                    (bits::qr(&f.join_address(), &f.with("qr-label", &[("host", f.host().into())])))
                }
                span { (f.t("join-at")) " " b { (f.host()) } br;
                    (f.t("join-with-code")) " "
                    span class="pj-code" { (bits::spoken_code(f.code)) } }
            }
            @if !roles.is_empty() {
                span class="pj-legend" {
                    @for role in roles {
                        span { (bits::icon(f, bits::role_icon(role))) (bits::role_name(f, role)) }
                    }
                }
            }
            span class="end" {
                @if let Some(row) = next {
                    (f.with("wall-next", &[
                        ("name", row.title.as_str().into()),
                        ("time", row.begins_at.map(time::clock).unwrap_or_default().into()),
                    ])) br;
                }
                span class="quiet" { (f.n("lobby-count", s.here)) }
            }
        }
    }
}

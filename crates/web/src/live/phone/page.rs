//! A participant's phone: one sentence, one action. Everything secondary is folded away.

use kernel::step::Mode;
use maud::{Markup, html};
use meeting::screens::phone::{Form, PhoneScreen};
use meeting::screens::{NowCard, PhaseCard};

use super::{agree, change, commit, foot, goals, news, notes, roles, shared, sources, whereabouts};
use crate::shell::bits::{self, Press};
use crate::shell::frame::{Frame, Sheet, document, foot as site_foot};

/// Returns a seat's page.
#[must_use]
pub fn phone_page(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    let me = s.me.0;
    let scope = format!("{}-seat{me}", f.meeting);
    let sheet = Sheet {
        scope: &scope,
        is_shared: f.seats.len() > 1,
        ..Sheet::new(s.now.as_ref().map_or(&s.title, |now| &now.item_title))
    };
    let content = html! {
        div class="ph-lines" { (bits::lines(f, &format!("seat&seat={me}"))) }
        (phone_part(f, s))
        (site_foot(f))
    };
    document(f, &sheet, &content)
}

/// Returns the part of the phone that is sent again.
#[must_use]
pub fn phone_part(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    let title = s.now.as_ref().map_or(&s.title, |now| &now.item_title);
    html! {
        main id="screen" class="ph" data-round=(round(s)) {
            div class="ph-top" {
                span class="sl-brand" { (bits::loop_mark()) (title) }
                @if let Some(round) = s.now.as_ref().and_then(|now| now.round) {
                    span class="ds-tag sl-num" data-color="fjord" data-size="sm" {
                        (f.with("date-round", &[
                            ("n", i64::from(round.number).into()),
                            ("of", i64::from(round.of).into()),
                        ]))
                    }
                }
                (bits::connection(f))
            }
            div class="ph-main" id="content" tabindex="-1" {
                (bits::refresh(f))
                (standing(f, s))
                @match (s.phase, &s.now) {
                    (PhaseCard::Ended, _) => (ended(f, s)),
                    (PhaseCard::Running, Some(now)) => (running(f, s, now)),
                    (PhaseCard::Running, None) | (PhaseCard::Lobby, _) => (lobby(f, s)),
                }
                (foot::device(f, s))
            }
            @if s.phase == PhaseCard::Running { (foot::bar(f, s)) }
        }
    }
}

/// Changes when the meeting moves, so that the client can ring.
fn round(s: &PhoneScreen) -> String {
    match (&s.now, s.phase) {
        (Some(now), PhaseCard::Running) => format!("{}-{}", now.place.item, now.place.step),
        (_, PhaseCard::Ended) => "ended".to_owned(),
        (_, PhaseCard::Lobby | PhaseCard::Running) => "lobby".to_owned(),
    }
}

/// Returns an address that says which of the device's seats presses.
pub(super) fn at(f: &Frame<'_>, s: &PhoneScreen, rest: &str) -> String {
    f.at(&format!("{rest}?seat={}", s.me.0))
}

/// What must be said before the task: that I have gone, and that the lead is mine to take.
fn standing(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    let back = at(f, s, &format!("seats/{}/return", s.me.0));
    let lead = at(f, s, "lead");
    let (take, give) = ([("take", "true".to_owned())], [("take", "false".to_owned())]);
    html! {
        @if !s.present && s.phase != PhaseCard::Ended {
            section class="ph-carry" aria-label=(f.t("gone-name")) {
                p { (f.t("gone-text")) }
                (Press::new("return-form", &back, "undo", &f.t("gone-return")).form(f))
            }
        }
        @if s.may_take_lead && s.phase != PhaseCard::Ended {
            section class="ph-carry" aria-label=(f.t("lead-name")) {
                p { (f.t("lead-away")) }
                (Press { values: &take, ..Press::new("lead-form", &lead, "person", &f.t("lead-take")) }.form(f))
            }
        }
        @if s.has_lead {
            section class="ph-carry" aria-label=(f.t("lead-name")) {
                p {
                    (f.t("lead-yours")) " "
                    a class="ds-link" href=(f.at("console")) { (f.t("lead-console")) }
                }
                (Press { values: &give, ..Press::new("lead-form", &lead, "undo", &f.t("lead-give")) }.form(f))
            }
        }
    }
}

fn lobby(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    html! {
        h1 class="ph-q" { (f.t("lobby-wait")) }
        p class="from" { (f.with("lobby-you", &[("name", s.name.as_str().into())])) " "
            (f.n("lobby-count", s.here)) }
        (news::news(f, s))
        (goals(f, &s.goals))
        (group(f, s))
    }
}

fn ended(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    html! {
        h1 class="ph-q" { (f.t("ended-thanks")) }
        p { (f.t("ended-text")) }
        p { a class="ds-button" href=(f.at("result")) {
            (bits::icon(f, "bookmark")) (f.t("ended-result"))
        } }
        (commit::mine(f, s))
        (shared::shared(f, s))
        (goals(f, &s.goals))
    }
}

fn goals(f: &Frame<'_>, goals: &[String]) -> Markup {
    html! {
        @if !goals.is_empty() {
            section {
                h2 class="ds-heading" data-size="2xs" { (f.t("goals")) }
                ul { @for goal in goals { li { (goal) } } }
            }
        }
    }
}

fn group(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    html! {
        @if let Some(group) = &s.group {
            section {
                h2 class="ds-heading" data-size="2xs" { (f.n("your-group", group.number.0)) }
                ul class="sl-plain" { @for it in &group.members { li { (bits::member(f, it)) } } }
            }
        }
    }
}

fn running(f: &Frame<'_>, s: &PhoneScreen, now: &NowCard) -> Markup {
    let sentence = bits::sentence(f, now);
    let own = s.question.as_ref();
    let is_writing = s.forms.iter().any(|form| matches!(form, Form::Points { .. }));
    html! {
        @if let Some(to) = &s.change { (change::change(f, s, now, to)) }
        @else { (whereabouts::hero(f, s, now)) }
        (whereabouts::ready(f, s, now))
        (bits::opening(f, &s.opening))
        @if s.change.is_none() { (whereabouts::turns(f, s, now)) }
        section {
            @if s.change.is_some() { h2 class="ph-q" { (sentence) } }
            @else { h1 class="ph-q" { (sentence) } }
            @if let Some(question) = own {
                p class="ph-do" { (bits::icon(f, "question")) span {
                    strong { (f.t("own-question")) ": " } (question)
                } }
            } @else if now.mode != Mode::Break {
                @for question in &now.questions {
                    p class="ph-do" { (bits::icon(f, "question")) span { (question) } }
                }
            }
        }
        (roles::detour(f, s))
        @for source in &s.sources { (sources::source(f, s, source, is_writing)) }
        @for form in &s.forms { (one_form(f, s, now, form)) }
        (goals::asked(f, s))
        (shared::shared(f, s))
        (commit::waiting(f, s))
        (roles::cards(f, s))
        @if !now.item_goal.is_empty() {
            details class="ds-details" id="why" {
                summary { (f.t("why-this")) }
                div { p { (now.item_goal) } }
            }
        }
    }
}

fn one_form(f: &Frame<'_>, s: &PhoneScreen, now: &NowCard, form: &Form) -> Markup {
    match form {
        Form::Notes { fields } => notes::notes(f, s, now, fields),
        Form::Carry { field, choices } => notes::carry(f, s, now, field, choices),
        Form::Pick { fields, choices } => notes::pick(f, s, now, fields, choices),
        Form::Points { fields, disagreement, cards, members, may_deliver, delivered } => {
            let state = agree::Agreement {
                members: *members,
                may_deliver: *may_deliver,
                delivered: *delivered,
            };
            agree::points(f, s, now, (fields, disagreement, cards), &state)
        }
        Form::TableText { field } => agree::table_text(f, s, now, field),
        Form::Found { fields } => agree::found(f, s, now, fields),
        Form::Choice { notes } => agree::choice(f, s, notes),
        Form::Commitments => commit::propose(f, s),
    }
}

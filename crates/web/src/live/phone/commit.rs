//! Hvem gjør hva når: proposed by anyone, and binding only for the one who takes it on.

use kernel::ids::SeatId;
use maud::{Markup, html};
use meeting::screens::CommitmentCard;
use meeting::screens::phone::PhoneScreen;

use super::page::at;
use crate::shell::bits::{self, Press};
use crate::shell::frame::Frame;
use crate::shell::time;

/// The form where one proposes something for oneself, or for somebody at the table who must
/// agree to it.
pub(super) fn propose(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    html! {
        section class="sl-stack" aria-labelledby="commit-title" {
            h2 class="ds-heading" data-size="2xs" id="commit-title" { (f.t("commit-title")) }
            form class="sl-stack" id="commit-form" method="post" action=(at(f, s, "commitments"))
                data-outbox data-reset {
                ds-field class="ds-field" {
                    label class="ds-label" for="commit-owner" { (f.t("act-who")) }
                    select class="ds-input" id="commit-owner" name="owner"
                        aria-describedby="commit-owner-text" {
                        option value=(s.me.0) selected { (s.name) " (" (f.t("you")) ")" }
                        @for (seat, name) in others(s) { option value=(seat.0) { (name) } }
                    }
                    p class="from" id="commit-owner-text" { (f.t("commit-owner-text")) }
                }
                (bits::input("commit-what", "what", &f.t("act-does-what"), "text", ""))
                (bits::input("commit-due", "due", &f.t("act-when"), "date", ""))
                (bits::input("commit-sign", "sign", &f.t("act-sign"), "text", ""))
                div class="sl-row" {
                    button class="ds-button" { (bits::icon(f, "tasks")) (f.t("commit-propose")) }
                    span class="sl-status" data-save-status {}
                }
            }
            (mine(f, s))
        }
    }
}

/// Those at the same table or in the same group.
fn others(s: &PhoneScreen) -> Vec<(SeatId, &str)> {
    let mut all: Vec<(SeatId, &str)> = s
        .table
        .iter()
        .chain(&s.group)
        .flat_map(|table| &table.members)
        .filter(|it| it.seat != s.me)
        .map(|it| (it.seat, it.name.as_str()))
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What others have proposed for me, and I have not answered.
pub(super) fn waiting(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    let asked = s.commitments.iter().filter(|it| it.owner == s.me && it.accepted.is_none());
    html! {
        @for it in asked {
            @let action = at(f, s, &format!("commitments/{}/answer", it.number));
            @let (yes, no) =
                ([("accepted", "true".to_owned())], [("accepted", "false".to_owned())]);
            @let ids = (format!("accept-{}", it.number), format!("decline-{}", it.number));
            section class="ph-carry" aria-label=(f.t("commit-asked")) {
                small { (f.t("commit-asked")) }
                p { (one(f, it)) }
                div class="sl-row" {
                    (Press { values: &yes, variant: "primary", ..Press::new(&ids.0, &action, "ready", &f.t("commit-accept")) }.form(f))
                    (Press { values: &no, ..Press::new(&ids.1, &action, "", &f.t("commit-decline")) }.form(f))
                }
            }
        }
    }
}

/// What I have taken on.
pub(super) fn mine(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    let taken = |it: &&CommitmentCard| it.owner == s.me && it.accepted == Some(true);
    html! {
        @if s.commitments.iter().any(|it| taken(&it)) {
            h2 class="ds-heading" data-size="2xs" { (f.t("commit-mine")) }
            ul { @for it in s.commitments.iter().filter(taken) { li { (one(f, it)) } } }
        }
    }
}

fn one(f: &Frame<'_>, it: &CommitmentCard) -> Markup {
    html! {
        (it.what)
        @if !it.due.is_empty() { " – " (time::date_in_words(f.lang, &it.due)) }
        @if !it.sign.is_empty() { ". " (f.t("act-sign")) ": " (it.sign) }
    }
}

//! The invitation: a text to copy, a calendar file, and what has become of the meeting.

use maud::{Markup, html};
use plan::document::{Plan, Standing};

use crate::shell::bits;
use crate::shell::frame::{Frame, Sheet, page};
use crate::shell::time;

pub use super::text::{invitation_text, invitation_title};

/// What the page shows.
pub struct Invitation<'a> {
    pub plan: &'a Plan,
    /// What Møteråd still misses, in words.
    pub missing: &'a [String],
    /// The day and the clock times are known, so there is a file for calendars.
    pub has_calendar: bool,
    /// It was to be sent in spite of what is missing, without a word of why.
    pub reason_missing: bool,
    pub typed: &'a str,
}

/// Returns the page.
#[must_use]
pub fn invitation_page(f: &Frame<'_>, it: &Invitation<'_>) -> Markup {
    let title = f.t("invite-title");
    let content = html! {
        p { a class="ds-link" href=(f.at("plan")) { (bits::icon(f, "left")) (f.t("back-to-plan")) } }
        (state(f, it.plan))
        section class="sl-stack" aria-labelledby="invite-text-title" {
            h2 class="ds-heading" data-size="xs" id="invite-text-title" { (text_heading(f, it.plan)) }
            ds-field class="ds-field" {
                label class="ds-label" for="invite-text" { (f.t("invite-text-help")) }
                textarea class="ds-input sl-letter" id="invite-text" rows="18" readonly {
                    (invitation_text(f, it.plan))
                }
            }
            div class="sl-row" {
                button class="ds-button" type="button" data-copy="invite-text" hidden
                    data-copied=(f.t("copied")) { (bits::icon(f, "copy")) span { (f.t("copy-text")) } }
                @if it.has_calendar {
                    a class="ds-button" data-variant="secondary" href=(f.at("invitation.ics")) {
                        (bits::icon(f, "calendar")) (f.t("invite-calendar"))
                    }
                } @else { p { (f.t("invite-calendar-none")) } }
            }
        }
        @if matches!(it.plan.standing, Standing::Draft | Standing::Sent { .. }) { (send(f, it)) (others(f)) }
        @else {
            form id="take-up-form" method="post" action=(f.at("invitation")) {
                button class="ds-button" name="do" value="take-up" {
                    (bits::icon(f, "undo")) (f.t("invite-take-up"))
                }
            }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

fn text_heading(f: &Frame<'_>, plan: &Plan) -> String {
    f.t(match plan.standing {
        Standing::Draft | Standing::Sent { .. } => "invite-text",
        Standing::CalledOff { .. } => "invite-text-called-off",
        Standing::Notice => "invite-text-notice",
    })
}

fn state(f: &Frame<'_>, plan: &Plan) -> Markup {
    html! {
        @match &plan.standing {
            Standing::Draft => {},
            Standing::Sent { on, in_spite_of, version: _ } => {
                div class="ds-alert" data-color="success" id="invite-state" {
                    p { (f.with("invite-sent-on", &[("day", time::date_in_words(f.lang, on).into())])) }
                    @if !in_spite_of.is_empty() {
                        p { (f.with("invite-sent-because", &[("why", in_spite_of.as_str().into())])) }
                    }
                }
            }
            Standing::CalledOff { why } => {
                div class="ds-alert" data-color="info" id="invite-state" {
                    p { (f.t("invite-is-called-off")) @if !why.is_empty() { " " (why) } }
                }
            }
            Standing::Notice => {
                div class="ds-alert" data-color="info" id="invite-state" { p { (f.t("invite-is-notice")) } }
            }
        }
    }
}

/// What is missing asks for a line, and the button is there all the same.
fn send(f: &Frame<'_>, it: &Invitation<'_>) -> Markup {
    let is_sent = matches!(it.plan.standing, Standing::Sent { .. });
    let is_missing = !it.missing.is_empty();
    html! {
        form class="sl-stack rs-card" id="send-form" method="post" action=(f.at("invitation")) {
            h2 class="ds-heading" data-size="xs" { (f.t("invite-send-title")) }
            p { (f.t("invite-send-help")) }
            @if is_missing {
                p { (f.t("invite-missing")) }
                ul { @for line in it.missing { li { (line) } } }
                ds-field class="ds-field" {
                    label class="ds-label" for="send-reason" { (f.t("invite-reason")) }
                    input class="ds-input" id="send-reason" name="reason" value=(it.typed)
                        autocomplete="off" autofocus[it.reason_missing]
                        aria-invalid=[it.reason_missing.then_some("true")]
                        aria-describedby=[it.reason_missing.then_some("send-reason-wanted")];
                    @if it.reason_missing {
                        p class="ds-validation-message" id="send-reason-wanted" data-field="validation" {
                            (f.t("invite-reason-wanted"))
                        }
                    }
                }
            }
            div {
                button class="ds-button" name="do" value="send" {
                    (bits::icon(f, "send"))
                    (f.t(if is_sent { "invite-sent-again" } else if is_missing { "invite-send-anyway" }
                        else { "invite-mark-sent" }))
                }
            }
        }
    }
}

/// Two ways not to meet. Both can be taken back.
fn others(f: &Frame<'_>) -> Markup {
    html! {
        details class="ds-details" id="invite-others" {
            summary { (f.t("invite-others")) }
            div class="sl-stack" {
                form id="notice-form" method="post" action=(f.at("invitation")) {
                    p { (f.t("invite-notice-help")) }
                    button class="ds-button" data-variant="secondary" name="do" value="notice" {
                        (f.t("invite-notice"))
                    }
                }
                form id="call-off-form" class="sl-stack" method="post" action=(f.at("invitation")) {
                    (bits::input("call-off-reason", "reason", &f.t("invite-call-off-why"), "text", ""))
                    div { button class="ds-button" data-variant="secondary" name="do" value="call-off" {
                        (f.t("invite-call-off"))
                    } }
                }
            }
        }
    }
}

//! The list of meetings, and a new meeting.

use maud::{Markup, html};

use super::bits;
use super::frame::{Frame, Sheet, page};
use super::time;

/// A line of the list of meetings.
pub struct MeetingLine {
    pub id: String,
    pub title: String,
    pub code: String,
    /// Local date and time as in the plan; empty when not set.
    pub starts_at: String,
    pub ended: bool,
}

/// Returns the leader's meetings.
#[must_use]
pub fn meetings_page(f: &Frame<'_>, meetings: &[MeetingLine]) -> Markup {
    let title = f.t("nav-meetings");
    let content = html! {
        p { a class="ds-button" href="/meetings/new" { (bits::icon(f, "plus")) (f.t("plan-new")) } }
        @if meetings.is_empty() { p { (f.t("meetings-none")) } }
        ul class="sl-plain sl-stack" {
            @for it in meetings {
                li class="rs-card" {
                    h2 { a class="ds-link" href=(format!("/meetings/{}/console", it.id)) { (it.title) } }
                    @if !it.starts_at.is_empty() { p { (time::start_in_words(f.lang, &it.starts_at)) } }
                    @if it.ended {
                        p { a class="ds-link" href=(format!("/meetings/{}/result", it.id)) {
                            (f.t("ended-result"))
                        } }
                    } @else {
                        p { (f.t("code-word")) " " span class="pj-code" { (bits::spoken_code(&it.code)) } }
                        p { a class="ds-link" href=(format!("/meetings/{}/plan", it.id)) { (f.t("link-plan")) } }
                    }
                }
            }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

/// Returns the form for a new meeting: a title, and a template to start from.
#[must_use]
pub fn new_meeting_page(
    f: &Frame<'_>,
    templates: &[(String, String)],
    problem: Option<&str>,
) -> Markup {
    let title = f.t("plan-new");
    let content = html! {
        form class="sl-stack" id="new-meeting" method="post" action="/meetings" {
            @if let Some(problem) = problem {
                div class="ds-alert" data-color="warning" role="alert" { p { (problem) } }
            }
            (bits::input("new-title", "title", &f.t("plan-title"), "text", ""))
            (bits::input("new-start", "starts_at", &f.t("plan-starts-at"), "datetime-local", ""))
            fieldset class="ds-fieldset" {
                legend { (f.t("plan-from-template")) }
                @for (number, (key, name)) in templates.iter().enumerate() {
                    @let id = format!("template-{number}");
                    ds-field class="ds-field" {
                        input class="ds-input" type="radio" id=(id) name="template" value=(key)
                            checked[number == 0];
                        label class="ds-label" for=(id) { (name) }
                    }
                }
            }
            button class="ds-button" { (f.t("plan-make")) }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

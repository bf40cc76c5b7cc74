//! The list of meetings, and a new meeting.

use kernel::ids::MeetingId;
use maud::{Markup, html};

use crate::door::lobby;
use crate::shell::bits;
use crate::shell::frame::{Frame, Sheet, page};
use crate::shell::time;

/// A line of the list of meetings.
pub struct MeetingLine {
    pub id: MeetingId,
    pub title: String,
    pub code: String,
    /// Local date and time as in the plan; empty when not set.
    pub starts_at: String,
    pub ended: bool,
    /// Newcomers may come in by the code now.
    pub is_open: bool,
}

/// Returns the leader's meetings.
#[must_use]
pub fn meetings_page(f: &Frame<'_>, meetings: &[MeetingLine]) -> Markup {
    let title = f.t("nav-meetings");
    let content = html! {
        div class="sl-row" {
            a class="ds-button" href="/meetings/new" { (bits::icon(f, "plus")) (f.t("plan-new")) }
            a class="ds-button" data-variant="secondary" href="/meetings/import" {
                (bits::icon(f, "upload")) (f.t("import-link"))
            }
            a class="ds-button" data-variant="tertiary" href="/settings/advice" {
                (bits::icon(f, "settings")) (f.t("limits-title"))
            }
            a class="ds-button" data-variant="tertiary" href="/links" {
                (bits::icon(f, "link")) (f.t("link-links"))
            }
        }
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
                        p { (f.t("code-word")) " " span class="pj-code" { (bits::spoken_code(&it.code)) }
                            @if !it.is_open { br; (lobby::works_from(f, &it.starts_at)) } }
                        p { a class="ds-link" href=(format!("/meetings/{}/plan", it.id)) { (f.t("link-plan")) } }
                    }
                }
            }
        }
        (bits::sign_out(f))
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

/// A template to start from.
pub struct TemplateLine {
    pub value: String,
    pub name: String,
}

/// The templates that come with the program, and the organisation's own.
pub struct Templates {
    pub shipped: Vec<TemplateLine>,
    pub own: Vec<TemplateLine>,
    /// Meetings whose plan may be copied.
    pub earlier: Vec<TemplateLine>,
}

/// Returns the form for a new meeting: a title, and a template to start from.
#[must_use]
pub fn new_meeting_page(f: &Frame<'_>, templates: &Templates, problem: Option<&str>) -> Markup {
    let title = f.t("plan-new");
    let lines = templates.shipped.iter().chain(&templates.own);
    let content = html! {
        div class="sl-row" {
            a class="ds-button" data-variant="secondary" href="/meetings/import" {
                (bits::icon(f, "upload")) (f.t("import-link"))
            }
            a class="ds-button" data-variant="secondary" href="/meetings/quick" {
                (bits::icon(f, "clock")) (f.t("quick-link"))
            }
        }
        form class="sl-stack" id="new-meeting" method="post" action="/meetings" {
            @if let Some(problem) = problem {
                div class="ds-alert" data-color="warning" role="alert" { p { (problem) } }
            }
            (bits::input("new-title", "title", &f.attr("field-title", "ask"), "text", ""))
            (bits::input("new-start", "starts_at", &f.attr("field-starts-at", "ask"), "datetime-local", ""))
            fieldset class="ds-fieldset" {
                legend { (f.t("plan-from-template")) }
                @for (number, line) in lines.enumerate() {
                    @let id = format!("template-{number}");
                    ds-field class="ds-field" {
                        input class="ds-input" type="radio" id=(id) name="template" value=(line.value)
                            checked[number == 0];
                        label class="ds-label" for=(id) { (line.name) }
                    }
                }
            }
            @if !templates.earlier.is_empty() {
                ds-field class="ds-field" {
                    label class="ds-label" for="new-copy" { (f.t("plan-copy")) }
                    select class="ds-input" id="new-copy" name="copy" {
                        option value="" { (f.t("unsaid")) }
                        @for line in &templates.earlier { option value=(line.value) { (line.name) } }
                    }
                }
            }
            button class="ds-button" { (f.t("plan-make")) }
        }
        @if !templates.own.is_empty() { (own_templates(f, &templates.own)) }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

/// The organisation's own templates, to rename and to remove.
fn own_templates(f: &Frame<'_>, own: &[TemplateLine]) -> Markup {
    html! {
        section class="sl-stack" aria-labelledby="own-title" {
            h2 class="ds-heading" data-size="xs" id="own-title" { (f.t("templates-own")) }
            ul class="sl-plain sl-stack" {
                @for line in own {
                    @let id = format!("name-{}", line.value);
                    li class="rs-card" id=(format!("own-{}", line.value)) {
                        form class="sl-row sl-row-end" id=(format!("rename-{}", line.value)) method="post"
                            action=(format!("/templates/{}/name", line.value)) {
                            ds-field class="ds-field" {
                                label class="ds-label" for=(id) { (f.t("template-name")) }
                                input class="ds-input" id=(id) name="name" value=(line.name) required
                                    autocomplete="off";
                            }
                            button class="ds-button" data-variant="secondary" { (f.t("template-rename")) }
                            button class="ds-button" data-variant="tertiary" data-color="danger"
                                formaction=(format!("/templates/{}/removal", line.value)) formnovalidate
                                aria-label=(format!("{}: {}", f.t("template-remove"), line.name)) {
                                (bits::icon(f, "trash")) (f.t("template-remove"))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Returns the form that keeps a plan as a template.
#[must_use]
pub fn keep_template_page(f: &Frame<'_>, name: &str, is_full: bool) -> Markup {
    let title = f.t("template-keep");
    let content = html! {
        p { (f.t("template-keep-intro")) }
        @if is_full {
            div class="ds-alert" data-color="warning" role="alert" { p { (f.t("templates-full")) } }
        }
        form class="sl-stack" id="template-form" method="post" action=(f.at("template")) {
            (bits::input("template-name", "name", &f.t("template-name"), "text", name))
            div class="sl-row" {
                button class="ds-button" { (f.t("template-keep")) }
                a class="ds-button" data-variant="tertiary" href=(f.at("plan")) { (f.t("back-to-plan")) }
            }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

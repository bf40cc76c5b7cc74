//! «Finn et spørsmål»: the bank of open questions, by what they are for.
//!
//! A page of its own, as forty questions in every row would be sent again with each save.

use axum::response::Response;
use maud::{Markup, html};
use plan::document::Item;
use plan::edit::Edit;
use plan::questions::bank::{self, Bank};

use super::View;
use crate::door::planner::Planner;
use crate::shell::answer::private;
use crate::shell::bits;
use crate::shell::failure::Wrong;
use crate::shell::frame::{Frame, Sheet, page};

/// `GET /meetings/{id}/plan/questions?row=i3`
pub async fn questions(Planner { app, head, org, id, .. }: Planner) -> Result<Response, Wrong> {
    let view = app.view(&org, &id).await?;
    let row = head.query("row").and_then(|row| view.plan.item_at(row));
    let row = row.ok_or(Wrong::Missing)?;
    let mut frame = head.frame(&app.shell);
    frame.meeting = id.as_str();
    Ok(private(&questions_page(&frame, &view, &view.plan.items[row])))
}

/// Returns the page. Each question is a button that puts it into the row and leads back. The
/// questions are in the plan's language, and those that the row asks already are left out.
#[must_use]
pub fn questions_page(f: &Frame<'_>, view: &View, item: &Item) -> Markup {
    let title = f.t("question-find");
    let lang = view.plan.lang.tag();
    let is_new = |question: &str| !item.questions.iter().any(|asked| asked == question);
    let content = html! {
        p { a class="ds-link" href=(f.at(&format!("plan#row-{}", item.id))) { (f.t("back-to-plan")) } }
        @if !item.title.is_empty() { p { (f.with("question-find-for", &[("what", item.title.as_str().into())])) } }
        form id="questions-form" class="sl-stack" method="post" action=(f.at("plan")) {
            input type="hidden" name="version" value=(view.version);
            @for purpose in Bank::ALL {
                section aria-labelledby=(format!("bank-{}", purpose.name())) {
                    h2 class="ds-heading" data-size="xs" id=(format!("bank-{}", purpose.name())) {
                        (f.t(&format!("question-find-{}", purpose.name())))
                    }
                    ul class="sl-plain" lang=(lang) {
                        @for (nth, question) in bank::of(view.plan.lang, *purpose).enumerate() {
                            @if is_new(question) { li { (offer(f, item, *purpose, nth, question)) } }
                        }
                    }
                }
            }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

fn offer(f: &Frame<'_>, item: &Item, purpose: Bank, nth: usize, question: &str) -> Markup {
    let edit = Edit::Ask { item: item.id.clone(), purpose, nth };
    html! {
        button class="ds-button sl-line" data-variant="tertiary" name="do" value=(edit) {
            (bits::icon(f, "plus")) (question)
        }
    }
}

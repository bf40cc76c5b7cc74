//! The front page, where one writes the code of a meeting.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use crate::shell::answer::private;
use crate::shell::frame::{Frame, Sheet, page};
use crate::shell::request::RequestHead;
use crate::shell::{Shell, bits};

pub async fn front(State(shell): State<Shell>, head: RequestHead) -> Response {
    private(&code_page(&head.frame(&shell), None, ""))
}

/// Returns the page where one writes the code.
#[must_use]
pub fn code_page(f: &Frame<'_>, trouble: Option<&str>, typed: &str) -> Markup {
    let title = f.t("join-title");
    let described = trouble.map(|_| "code-problem");
    let content = html! {
        form class="sl-stack" id="code-form" method="post" action="/join" {
            (bits::problem(trouble, "code-problem"))
            ds-field class="ds-field" {
                label class="ds-label" for="code" { (f.t("join-code")) }
                input class="ds-input sl-code-field" id="code" name="code" value=(typed) required
                    inputmode="numeric" autocomplete="off" aria-describedby=[described];
            }
            button class="ds-button" { (f.t("join-send")) }
        }
    };
    page(f, &Sheet::new(&title), false, &content)
}

//! The page where an old agenda is pasted, or sent as a file.

use maud::{Markup, html};

use crate::shell::bits;
use crate::shell::frame::{Frame, Sheet, page};

/// Returns the form. `typed` is what was pasted before, and `problem` why nothing came of it.
#[must_use]
pub fn import_page(f: &Frame<'_>, typed: &str, problem: Option<&str>) -> Markup {
    let title = f.t("import-title");
    let content = html! {
        p { (f.t("import-intro")) }
        @if let Some(problem) = problem {
            div class="ds-alert" data-color="warning" role="alert" id="import-problem" {
                h2 class="ds-heading" data-size="2xs" { (f.t("import-refused-title")) }
                p { (problem) }
            }
        }
        form class="sl-stack" id="import-form" method="post" action="/meetings/import"
            enctype="multipart/form-data" {
            ds-field class="ds-field" {
                label class="ds-label" for="import-text" { (f.t("import-text")) }
                textarea class="ds-input" id="import-text" name="text" rows="12"
                    aria-describedby="import-text-help" { (typed) }
                p id="import-text-help" data-field="description" { (f.t("import-text-help")) }
            }
            ds-field class="ds-field" {
                label class="ds-label" for="import-file" { (f.t("import-file")) }
                input class="ds-input" id="import-file" name="file" type="file"
                    accept=".docx,.odt,.pdf,.md,.txt,.ics" aria-describedby="import-file-help";
                p id="import-file-help" data-field="description" { (f.t("import-file-help")) }
            }
            div class="sl-row" {
                button class="ds-button" { (bits::icon(f, "upload")) (f.t("import-read")) }
                a class="ds-button" data-variant="tertiary" href="/meetings/new" { (f.t("import-without")) }
            }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

//! A whole program from three answers, for the one who is in a hurry.

pub mod page;

use axum::http::StatusCode;
use axum::response::Response;
use plan::lint::texts::Wording;
use plan::quick::{Asked as Answers, MINUTES, PEOPLE};

use crate::before::quick::page::quick_page;
use crate::door::organiser::{Organiser, OrganisersForm};
use crate::shell::answer::private;
use crate::shell::fields::Fields;

use crate::shell::failure::Wrong;

pub async fn page(Organiser { app, head, .. }: Organiser) -> Result<Response, Wrong> {
    Ok(private(&quick_page(&head.frame(&app.shell), &Fields::default(), &[])))
}

/// `POST /meetings/quick`: `wiser`, `minutes` and `people`.
pub async fn make(
    OrganisersForm { app, head, org, fields, op }: OrganisersForm,
) -> Result<Response, Wrong> {
    let lang = head.lang(None);
    match answers(&fields) {
        Ok(answers) => {
            let plan = plan::quick::plan(&answers, Wording::of(&app.shell.texts, lang));
            app.start(&head, &org, &plan, &op).await
        }
        Err(wanting) if head.wants_json => {
            Err(Wrong::Unreadable { field: wanting.first().copied().unwrap_or("body") })
        }
        Err(wanting) => {
            let mut page = private(&quick_page(&head.frame(&app.shell), &fields, &wanting));
            *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(page)
        }
    }
}

/// The three answers, or the fields that want one.
fn answers(fields: &Fields) -> Result<Answers, Vec<&'static str>> {
    let wiser = fields.text("wiser").trim();
    let number = |field, allowed: std::ops::RangeInclusive<u32>| {
        let number = fields.maybe::<u32>(field).ok().flatten();
        number.filter(|number| allowed.contains(number)).ok_or(field)
    };
    let (minutes, people) = (number("minutes", MINUTES), number("people", PEOPLE));
    match (wiser.is_empty(), minutes, people) {
        (false, Ok(minutes), Ok(people)) => {
            Ok(Answers { wiser: wiser.to_owned(), minutes, people })
        }
        (is_empty, minutes, people) => {
            let wanting = [is_empty.then_some("wiser"), minutes.err(), people.err()];
            Err(wanting.into_iter().flatten().collect())
        }
    }
}

//! A whole program from three answers, for the one who is in a hurry.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use plan::lint::texts::Wording;
use plan::quick::{Asked as Answers, MINUTES, PEOPLE};

use crate::App;
use crate::asked::Asked;
use crate::fields::Fields;
use crate::pages;
use crate::planning::organiser;
use crate::show;
use crate::wishes::body;
use crate::wrong::Wrong;

pub async fn page(State(app): State<App>, asked: Asked) -> Result<Response, Wrong> {
    organiser(&app, &asked).await?;
    Ok(show::private(&pages::quick_page(&asked.frame(&app), &Fields::default(), &[])))
}

/// `POST /meetings/quick`: `wiser`, `minutes` and `people`.
pub async fn make(
    State(app): State<App>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    organiser(&app, &asked).await?;
    let (fields, op) = body(&asked, request).await?;
    let lang = asked.lang(None);
    match answers(&fields) {
        Ok(answers) => {
            let plan = plan::quick::plan(&answers, Wording::of(&app.texts, lang));
            app.start(&asked, &plan, &op).await
        }
        Err(wanting) if asked.wants_json => {
            Err(Wrong::Unreadable { field: wanting.first().copied().unwrap_or("body") })
        }
        Err(wanting) => {
            let mut page = show::private(&pages::quick_page(&asked.frame(&app), &fields, &wanting));
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

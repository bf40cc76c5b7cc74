//! The organiser, before a handler sees anything (`access-first`).

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;

use crate::App;
use crate::door::who::{Proof, Who};
use crate::shell::body::body;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::request::RequestHead;

/// A request by the organiser.
pub struct Organiser {
    pub app: App,
    pub head: RequestHead,
}

/// A form posted by the organiser.
pub struct OrganisersForm {
    pub app: App,
    pub head: RequestHead,
    pub fields: Fields,
    /// The operation's name: what is sent twice is done once.
    pub op: String,
}

impl Proof for Organiser {
    const WHO: Who = Who::Organiser;
}

impl Proof for OrganisersForm {
    const WHO: Who = Who::Organiser;
}

impl FromRequestParts<App> for Organiser {
    type Rejection = Wrong;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Organiser, Wrong> {
        let head = RequestHead::of(&app.shell, &parts.headers, &parts.uri);
        if !app.is_organiser(&head.device).await? {
            return Err(Wrong::Missing);
        }
        Ok(Organiser { app: app.clone(), head })
    }
}

impl FromRequest<App> for OrganisersForm {
    type Rejection = Wrong;

    async fn from_request(request: Request, app: &App) -> Result<OrganisersForm, Wrong> {
        let (mut parts, rest) = request.into_parts();
        let Organiser { app, head } = Organiser::from_request_parts(&mut parts, app).await?;
        let (fields, op) = body(&head, Request::from_parts(parts, rest)).await?;
        Ok(OrganisersForm { app, head, fields, op })
    }
}

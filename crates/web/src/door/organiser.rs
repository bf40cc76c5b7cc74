//! The organiser, before a handler sees anything (`access-first`).

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use kernel::ids::OpId;
use store::Org;

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
    pub org: Org,
}

/// A form posted by the organiser.
pub struct OrganisersForm {
    pub app: App,
    pub head: RequestHead,
    pub org: Org,
    pub fields: Fields,
    /// What is sent twice under one name is done once.
    pub op: OpId,
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
        let org = app.organised_by(&head.device).await?.ok_or(Wrong::Missing)?;
        Ok(Organiser { app: app.clone(), head, org })
    }
}

impl FromRequest<App> for OrganisersForm {
    type Rejection = Wrong;

    async fn from_request(request: Request, app: &App) -> Result<OrganisersForm, Wrong> {
        let (mut parts, rest) = request.into_parts();
        let Organiser { app, head, org } = Organiser::from_request_parts(&mut parts, app).await?;
        let (fields, op) = body(&head, Request::from_parts(parts, rest)).await?;
        Ok(OrganisersForm { app, head, org, fields, op })
    }
}

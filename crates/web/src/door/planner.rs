//! Who may plan a meeting, before a handler sees anything of it (`access-first`).

use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;

use crate::App;
use crate::shell::body::body;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::request::RequestHead;

/// A request by somebody who may plan the meeting in the path.
pub struct Planner {
    pub app: App,
    pub head: RequestHead,
    pub id: String,
}

/// A form posted by somebody who may plan the meeting in the path.
pub struct PlannersForm {
    pub app: App,
    pub head: RequestHead,
    pub id: String,
    pub fields: Fields,
    /// The operation's name: what is sent twice is done once.
    pub op: String,
}

impl FromRequestParts<App> for Planner {
    type Rejection = Wrong;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Planner, Wrong> {
        let path = Path::<String>::from_request_parts(parts, app).await;
        let Path(id) = path.map_err(|_| Wrong::Missing)?;
        let head = RequestHead::of(&app.shell, &parts.headers, &parts.uri);
        app.may_plan(&head, &id).await?;
        Ok(Planner { app: app.clone(), head, id })
    }
}

impl FromRequest<App> for PlannersForm {
    type Rejection = Wrong;

    async fn from_request(request: Request, app: &App) -> Result<PlannersForm, Wrong> {
        let (mut parts, rest) = request.into_parts();
        let Planner { app, head, id } = Planner::from_request_parts(&mut parts, app).await?;
        let (fields, op) = body(&head, Request::from_parts(parts, rest)).await?;
        Ok(PlannersForm { app, head, id, fields, op })
    }
}

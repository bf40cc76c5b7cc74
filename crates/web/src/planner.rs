//! Who may plan a meeting, before a handler sees anything of it (`access-first`).

use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;

use crate::App;
use crate::asked::Asked;
use crate::fields::Fields;
use crate::wishes::body;
use crate::wrong::Wrong;

/// A request by somebody who may plan the meeting in the path.
pub struct Planner {
    pub app: App,
    pub asked: Asked,
    pub id: String,
}

/// A form posted by somebody who may plan the meeting in the path.
pub struct PlannersForm {
    pub app: App,
    pub asked: Asked,
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
        let asked = Asked::of(app, &parts.headers, &parts.uri);
        app.may_plan(&asked, &id).await?;
        Ok(Planner { app: app.clone(), asked, id })
    }
}

impl FromRequest<App> for PlannersForm {
    type Rejection = Wrong;

    async fn from_request(request: Request, app: &App) -> Result<PlannersForm, Wrong> {
        let (mut parts, rest) = request.into_parts();
        let Planner { app, asked, id } = Planner::from_request_parts(&mut parts, app).await?;
        let (fields, op) = body(&asked, Request::from_parts(parts, rest)).await?;
        Ok(PlannersForm { app, asked, id, fields, op })
    }
}

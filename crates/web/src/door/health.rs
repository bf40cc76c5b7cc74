//! What watches a server asks: is it up, is it ready, what time does it have.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use store::health::Outage;

use crate::App;
use crate::shell::answer::private_headers;
use crate::shell::clock;

pub async fn healthz() -> &'static str {
    "ok\n"
}

pub async fn readyz(State(app): State<App>) -> Response {
    match app.store.ready().await {
        Ok(()) => "ready\n".into_response(),
        Err(why) => {
            if !Outage::is_in(&why) {
                tracing::warn!(error = format!("{why:#}"), "not ready");
            }
            (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "2")], "not ready\n")
                .into_response()
        }
    }
}

pub async fn clock_now() -> Response {
    let now = json!({ "now": clock::now().0 });
    (private_headers(), axum::Json(now)).into_response()
}

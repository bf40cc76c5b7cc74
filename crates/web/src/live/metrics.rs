//! The figures of a server on a listener of their own.

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tokio::net::TcpListener;

use crate::App;
use crate::shell::failure::Wrong;
use crate::shell::limits::Limits;
use crate::shell::lines;
use crate::shell::metrics::KIND;

/// Lines of those who read figures.
const READERS_MAX: usize = 16;

/// Serves `/metrics` alone until the server stops. Its address is the operator's to keep private.
pub async fn serve(listener: TcpListener, app: App) {
    let limits = Limits { lines_max: READERS_MAX, ..app.shell.config.limits };
    let mut stop = app.shell.stop.subscribe();
    let router = Router::new().route("/metrics", get(metrics)).with_state(app);
    let stopped = async move {
        // A server that is gone has stopped.
        let _ = stop.wait_for(|stopped| *stopped).await;
    };
    lines::serve(listener, router, &limits, stopped).await;
}

async fn metrics(State(app): State<App>) -> Result<Response, Wrong> {
    let waiting = app.store.waiting().await.unwrap_or_else(|why| {
        // The other figures are wanted most when the store is ill.
        tracing::warn!(error = format!("{why:#}"), "jobs could not be counted");
        vec![]
    });
    let streams = app.shell.streams.count();
    let text = app.shell.metrics.text(streams, app.rooms.count().await, &waiting)?;
    Ok(([(header::CONTENT_TYPE, KIND)], text).into_response())
}

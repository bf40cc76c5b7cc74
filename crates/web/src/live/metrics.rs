//! The figures of a server on a listener of their own.

use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tokio::net::TcpListener;

use crate::App;
use crate::shell::failure::Wrong;
use crate::shell::metrics::KIND;

/// Serves `/metrics` alone until the server stops. Its address is the operator's to keep private.
pub async fn serve(listener: TcpListener, app: App) -> anyhow::Result<()> {
    let mut stop = app.shell.stop.subscribe();
    let router = Router::new().route("/metrics", get(metrics)).with_state(app);
    let stopped = async move {
        // A server that is gone has stopped.
        let _ = stop.wait_for(|stopped| *stopped).await;
    };
    let serving = axum::serve(listener, router).with_graceful_shutdown(stopped);
    serving.await.context("the figures are not served any more")
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

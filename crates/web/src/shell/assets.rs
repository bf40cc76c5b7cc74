//! Scripts, styles, fonts and icons, inside the binary and named by their content.

use std::collections::HashMap;

use anyhow::Context as _;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::shell::failure::Wrong;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../ui/dist"]
struct Dist;

/// Where each asset is served: `app.js` is at `/assets/app-5b300f9b24.js`.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    urls: HashMap<String, String>,
}

impl Assets {
    /// Reads the list that the build of the client wrote beside the files.
    pub fn load() -> anyhow::Result<Assets> {
        let Some(manifest) = Dist::get("manifest.json") else {
            tracing::warn!("the client is not built: run cargo xtask build");
            return Ok(Assets::default());
        };
        let names: HashMap<String, String> =
            serde_json::from_slice(&manifest.data).context("manifest.json cannot be read")?;
        let urls = names.into_iter().map(|(name, file)| (name, format!("/assets/{file}")));
        Ok(Assets { urls: urls.collect() })
    }

    /// Returns the address of an asset; one that is not built leads to a 404.
    #[must_use]
    pub fn url(&self, name: &str) -> &str {
        self.urls.get(name).map_or("/assets/missing", String::as_str)
    }
}

/// `GET /assets/{file}`: the name changes with the content, so it may be kept for ever.
pub async fn asset(Path(file): Path<String>) -> Result<Response, Wrong> {
    let embedded = Dist::get(&file).filter(|_| file != "manifest.json").ok_or(Wrong::Missing)?;
    Ok(served(embedded, "public, max-age=31536000, immutable"))
}

/// `GET /sw.js`: the service worker has a fixed address, and is asked for anew each time.
pub async fn service_worker() -> Result<Response, Wrong> {
    let embedded = Dist::get("sw.js").ok_or(Wrong::Missing)?;
    Ok(served(embedded, "no-cache"))
}

fn served(file: rust_embed::EmbeddedFile, cache: &'static str) -> Response {
    let kind = HeaderValue::from_str(file.metadata.mimetype())
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers =
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, HeaderValue::from_static(cache))];
    (StatusCode::OK, headers, Body::from(file.data.into_owned())).into_response()
}

//! Answers that are alike everywhere: a page or data that no cache may keep, and a cookie.

use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use maud::Markup;

/// Returns the headers of an answer that no cache may keep.
#[must_use]
pub fn private_headers() -> [(header::HeaderName, &'static str); 1] {
    [(header::CACHE_CONTROL, "no-store")]
}

/// Adds a cookie to an answer, when there is one to set.
#[must_use]
pub fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Answers with a page that no cache may keep.
#[must_use]
pub fn private(page: &Markup) -> Response {
    (private_headers(), Html(page.0.clone())).into_response()
}

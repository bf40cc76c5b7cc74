//! Answers that are alike everywhere: a page or data that no cache may keep, a cookie, and why a
//! form was not taken.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::Markup;
use serde_json::{Value, json};

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

/// Why a form was not taken: said on the page that it stood on, or as data.
pub struct NotTaken {
    pub status: StatusCode,
    /// Stable, for machines.
    pub code: &'static str,
    pub title: String,
    pub text: String,
}

impl NotTaken {
    /// Returns the problem as data; `more` stands beside its code, title and text.
    #[must_use]
    pub fn as_json(&self, more: &[(&str, Value)]) -> Response {
        let body = error_json(self.code, &self.title, &self.text, more);
        (self.status, private_headers(), axum::Json(body)).into_response()
    }

    /// Returns the page that says it.
    #[must_use]
    pub fn on(&self, mut page: Response) -> Response {
        *page.status_mut() = self.status;
        page
    }
}

/// Returns the one form of an error as data.
#[must_use]
pub fn error_json(code: &str, title: &str, text: &str, more: &[(&str, Value)]) -> Value {
    let mut error = json!({ "code": code, "title": title, "text": text });
    for (name, value) in more {
        error[*name] = value.clone();
    }
    json!({ "error": error })
}

//! `POST /language`: what a person has chosen, kept on the device for every page.

use axum::extract::{Request, State};
use axum::response::Response;
use kernel::lang::Lang;
use serde_json::json;

use crate::shell::Shell;
use crate::shell::answer::with_cookie;
use crate::shell::body::body;
use crate::shell::failure::Wrong;
use crate::shell::request::{LANG_COOKIE, RequestHead};

/// `POST /language`: kept on the device, for every page.
pub async fn language(
    State(shell): State<Shell>,
    head: RequestHead,
    request: Request,
) -> Result<Response, Wrong> {
    let (fields, _) = body(&head, request).await?;
    let lang = Lang::from_tag(fields.text("lang")).ok_or(Wrong::Unreadable { field: "lang" })?;
    let cookie = head.cookie(LANG_COOKIE, lang.tag())?;
    let back = fields.get("back").filter(|back| is_own_path(back)).unwrap_or("/");
    tracing::trace!(origin = shell.config.public_url.as_deref(), "language changed");
    let json = json!({ "ok": true, "lang": lang.tag() });
    Ok(with_cookie(head.done(&json, back), Some(cookie)))
}

/// Tells whether an address stays on this server: `//host` does not.
fn is_own_path(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.contains(|sign: char| sign.is_control())
}

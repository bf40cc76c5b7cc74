//! The outermost layer: refuses writes from other sites, gives errors their words, and sets the
//! headers that every answer carries.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use kernel::lang::Lang;
use kernel::limits::BODY_BYTES_MAX;
use meeting::refusal::Refusal;
use serde_json::json;

use crate::shell::Shell;
use crate::shell::answer::{error_json, private_headers};
use crate::shell::frame::Frame;
use crate::shell::front::code_page;
use crate::shell::heard::{Heard, hearing};
use crate::shell::message::{Again, again_page, message_page, refusal_page};
use crate::shell::request::{RequestHead, text};
use crate::shell::slow::timed;

use crate::shell::failure::Wrong;

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const NO_POWERS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), \
    gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/// Answers a request, with all that every answer carries.
pub async fn outermost(State(shell): State<Shell>, request: Request, next: Next) -> Response {
    let head = RequestHead::of(&shell, request.headers(), request.uri());
    let route = request.extensions().get::<MatchedPath>().cloned();
    if let Some(route) = &route {
        shell.metrics.met(request.method(), route.as_str());
    }
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD);
    let address = request.uri().to_string();
    let (mut response, found) = if is_safe || comes_from_here(&head, request.headers()) {
        hearing(next.run(request.map(|body| timed(body, &shell.config.limits)))).await
    } else {
        (Wrong::OtherSite.into_response(), Heard::default())
    };
    if let Some(wrong) = response.extensions_mut().remove::<Wrong>() {
        let wrong = if is_safe { wrong.of_a_read() } else { wrong.of_a_write() };
        shell.metrics.refused(&wrong);
        tell(&wrong, route.as_ref());
        response = explained(&shell, &head, &wrong, &found, &address);
    }
    set_headers(&head, response.headers_mut());
    response
}

/// A page of another site can neither read our cookie nor hide where it is. A bearer token is
/// sent by no browser on its own.
fn comes_from_here(head: &RequestHead, headers: &HeaderMap) -> bool {
    if head.device.by_bearer {
        return true;
    }
    let site = text(headers, &HeaderName::from_static("sec-fetch-site"));
    if !site.is_empty() {
        return matches!(site, "same-origin" | "none");
    }
    let origin = text(headers, &header::ORIGIN);
    if origin.is_empty() {
        // No browser leaves both out on a write, so a program without our cookie is let in.
        return head.device.token_hash.is_none();
    }
    let host = text(headers, &header::HOST);
    origin == head.origin || origin.split_once("://").is_some_and(|(_, its)| its == host)
}

/// Logs a failure of ours under its route, since a path is a link that opens something.
fn tell(wrong: &Wrong, route: Option<&MatchedPath>) {
    if let Wrong::Ours(why) = wrong {
        let route = route.map_or("none", MatchedPath::as_str);
        tracing::error!(route, error = format!("{why:#}"), "a request failed");
    }
}

fn explained(
    shell: &Shell,
    head: &RequestHead,
    wrong: &Wrong,
    found: &Heard,
    address: &str,
) -> Response {
    let lang = head.lang(found.lang);
    let body = if head.wants_json {
        axum::Json(as_json(shell, lang, wrong)).into_response()
    } else {
        let again = Again { address, fields: found.fields.pairs() };
        Html(error_page(shell, head, lang, wrong, &again).into_string()).into_response()
    };
    let mut response = (wrong.status(), private_headers(), body).into_response();
    if let Some(retry_s) = wrong.retry_s() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_s));
    }
    response
}

/// Returns the title and the text of what is wrong.
#[must_use]
pub fn words(shell: &Shell, lang: Lang, wrong: &Wrong) -> (String, String) {
    if let Some(refusal) = wrong.refusal() {
        let key = format!("refusal-{}", refusal.key());
        return (
            shell.texts.attr(lang, &key, "title", &[]),
            shell.texts.attr(lang, &key, "text", &[]),
        );
    }
    let (title, text) = wrong.text_keys();
    let limit = [("limit", (BODY_BYTES_MAX / 1024).into())];
    (shell.texts.get(lang, title, &limit), shell.texts.get(lang, text, &limit))
}

fn as_json(shell: &Shell, lang: Lang, wrong: &Wrong) -> serde_json::Value {
    let (title, text) = words(shell, lang, wrong);
    let more = match wrong {
        Wrong::Refused { refusal: Refusal::Changed { theirs, version }, yours } => {
            vec![("yours", json!(yours)), ("theirs", json!(theirs)), ("version", json!(version))]
        }
        Wrong::Refused { yours, .. } | Wrong::RowGone { yours } => vec![("yours", json!(yours))],
        Wrong::TooLarge => vec![("limit", json!(BODY_BYTES_MAX))],
        Wrong::Unreadable { field } => vec![("field", json!(field))],
        Wrong::Missing
        | Wrong::NotEdited(_)
        | Wrong::PlanUnfinished
        | Wrong::NoSuchCode { .. }
        | Wrong::NotOpenYet
        | Wrong::MeetingOver
        | Wrong::DoorLocked
        | Wrong::OtherSite
        | Wrong::TooSlow
        | Wrong::NotRead
        | Wrong::NotStored
        | Wrong::Busy { .. }
        | Wrong::TooManyTries { .. }
        | Wrong::TooFast { .. }
        | Wrong::TooManyStreams { .. }
        | Wrong::Ours(_) => vec![],
    };
    error_json(wrong.code(), &title, &text, &more)
}

fn error_page(
    shell: &Shell,
    head: &RequestHead,
    lang: Lang,
    wrong: &Wrong,
    again: &Again<'_>,
) -> maud::Markup {
    let mut frame = Frame { lang, ..head.frame(shell) };
    let page = page_of(&head.path);
    frame.path = &page;
    if let Some(refusal) = wrong.refusal() {
        let yours = if let Wrong::Refused { yours, .. } = wrong { yours } else { "" };
        return refusal_page(&frame, &refusal, yours);
    }
    let (title, text) = words(shell, frame.lang, wrong);
    if let Wrong::NoSuchCode { typed } = wrong {
        return code_page(&frame, Some(&text), typed);
    }
    if matches!(wrong, Wrong::NotStored) {
        return again_page(&frame, &title, &text, again);
    }
    message_page(&frame, &title, &text)
}

/// Returns the page that a posted form stood on, so that the way back leads somewhere.
fn page_of(path: &str) -> String {
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some(of @ ("meetings" | "m")), Some(id)) => format!("/{of}/{id}"),
        (_, _) => "/".to_owned(),
    }
}

fn set_headers(head: &RequestHead, headers: &mut HeaderMap) {
    // With `no-referrer` a browser hides the origin of a form, which is all that tells where it
    // comes from on plain http: there is no `Sec-Fetch-Site` but on https and localhost.
    let referrer =
        if head.is_https() || is_local(&head.origin) { "no-referrer" } else { "same-origin" };
    let pairs = [
        (header::CONTENT_SECURITY_POLICY, CSP),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, referrer),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), NO_POWERS),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in pairs {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if head.is_https() {
        let a_while = HeaderValue::from_static("max-age=63072000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, a_while);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

fn is_local(origin: &str) -> bool {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|local| host.starts_with(local))
}

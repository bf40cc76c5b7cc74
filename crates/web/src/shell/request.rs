//! A request as the pages need to know it: language, origin, device, and how it wants its answer.

use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::ids::{SeatId, TokenHash};
use kernel::lang::Lang;
use serde_json::Value;

use crate::shell::Shell;
use crate::shell::answer::private_headers;
use crate::shell::device::{DEVICE_COOKIE, Device, HOST_DEVICE_COOKIE, cookie};
use crate::shell::failure::Wrong;
use crate::shell::frame::Frame;
use crate::shell::{chance, clock};

pub const LANG_COOKIE: &str = "sl_lang";

/// A browser keeps a cookie for 400 days at most.
pub const COOKIE_S_MAX: u32 = 400 * 24 * 60 * 60;

#[derive(Clone, Debug)]
pub struct RequestHead {
    pub device: Device,
    pub path: String,
    /// Where the page is reached from outside: `https://mote.skole.no`.
    pub origin: String,
    pub wants_json: bool,
    /// What the person has chosen; the meeting's own language comes after it.
    pub chosen_lang: Option<Lang>,
    /// What the browser is set to. It speaks where there is no meeting: a browser in bokmål is
    /// what most schools with nynorsk have.
    browser_lang: Option<Lang>,
    /// The seat named in the address, where a device has several.
    pub seat: Option<SeatId>,
    query: Vec<(String, String)>,
}

impl RequestHead {
    #[must_use]
    pub fn of(shell: &Shell, headers: &HeaderMap, uri: &Uri) -> RequestHead {
        let query: Vec<(String, String)> =
            serde_urlencoded::from_str(uri.query().unwrap_or_default()).unwrap_or_default();
        let find = |name: &str| {
            let found = query.iter().find(|(is, _)| is == name);
            found.map(|(_, value)| value.as_str())
        };
        let seat = find("seat").and_then(|seat| seat.parse().ok()).map(SeatId);
        let chosen_lang = find("lang")
            .and_then(Lang::from_tag)
            .or_else(|| cookie(headers, LANG_COOKIE).and_then(Lang::from_tag));
        let accept = text(headers, &header::ACCEPT);
        RequestHead {
            device: Device::of(headers),
            path: uri.path().to_owned(),
            origin: origin(shell, headers),
            wants_json: accept.contains("application/json"),
            chosen_lang,
            browser_lang: accepted_lang(headers),
            seat,
            query,
        }
    }

    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(is, _)| is == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Returns the language of the answer; `own` is the meeting's.
    #[must_use]
    pub fn lang(&self, own: Option<Lang>) -> Lang {
        self.chosen_lang.or(own).or(self.browser_lang).unwrap_or_default()
    }

    /// Returns the frame of a page that belongs to no meeting.
    #[must_use]
    pub fn frame<'a>(&'a self, shell: &'a Shell) -> Frame<'a> {
        Frame {
            lang: self.lang(None),
            texts: &shell.texts,
            assets: &shell.assets,
            meeting: "",
            code: "",
            join_token: "",
            code_opens: shell.config.code_opens,
            origin: &self.origin,
            now: clock::now(),
            seq: 0,
            seats: vec![],
            leads: false,
            plans: false,
            path: &self.path,
        }
    }

    #[must_use]
    pub fn is_https(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// Returns the hash of a new token, and the cookie that gives it to the device.
    pub fn new_device(&self) -> Result<(TokenHash, HeaderValue), Wrong> {
        let token = chance::token()?;
        let name = if self.is_https() { HOST_DEVICE_COOKIE } else { DEVICE_COOKIE };
        Ok((chance::token_hash(&token), self.cookie(name, &token)?))
    }

    /// Returns what takes the device's cookies away.
    pub fn no_device(&self) -> Result<[HeaderValue; 2], Wrong> {
        let gone = |name| self.cookie_for(name, "", 0);
        Ok([gone(DEVICE_COOKIE)?, gone(HOST_DEVICE_COOKIE)?])
    }

    pub fn cookie(&self, name: &str, value: &str) -> Result<HeaderValue, Wrong> {
        self.cookie_for(name, value, COOKIE_S_MAX)
    }

    fn cookie_for(&self, name: &str, value: &str, max_s: u32) -> Result<HeaderValue, Wrong> {
        let secure = if self.is_https() { "; Secure" } else { "" };
        let text =
            format!("{name}={value}; Path=/; Max-Age={max_s}; HttpOnly; SameSite=Lax{secure}");
        HeaderValue::from_str(&text).map_err(|why| Wrong::from(anyhow::Error::from(why)))
    }

    /// Answers a granted wish: JSON to those who ask for it, and otherwise the way back.
    #[must_use]
    pub fn done(&self, json: &Value, back: &str) -> Response {
        if self.wants_json {
            return (private_headers(), axum::Json(json)).into_response();
        }
        Redirect::to(back).into_response()
    }
}

impl<S> FromRequestParts<S> for RequestHead
where
    S: Send + Sync,
    Shell: FromRef<S>,
{
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &S,
    ) -> Result<RequestHead, Self::Rejection> {
        Ok(RequestHead::of(&Shell::from_ref(state), &parts.headers, &parts.uri))
    }
}

/// Returns a header as text, empty when it is missing or not text.
#[must_use]
pub fn text<'h>(headers: &'h HeaderMap, name: &header::HeaderName) -> &'h str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn accepted_lang(headers: &HeaderMap) -> Option<Lang> {
    let tags = text(headers, &header::ACCEPT_LANGUAGE).split(',');
    let mut langs = tags.filter_map(|tag| Lang::from_tag(tag.split(';').next()?.trim()));
    langs.next()
}

/// The configured address, or else what the browser asked for.
fn origin(shell: &Shell, headers: &HeaderMap) -> String {
    if let Some(public_url) = &shell.config.public_url {
        return public_url.trim_end_matches('/').to_owned();
    }
    let host = text(headers, &header::HOST);
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || ".-:[]".contains(sign);
    let host = if !host.is_empty() && host.chars().all(is_plain) { host } else { "localhost" };
    let forwarded = header::HeaderName::from_static("x-forwarded-proto");
    let is_https = shell.config.trusts_proxy && text(headers, &forwarded) == "https";
    format!("{}://{host}", if is_https { "https" } else { "http" })
}

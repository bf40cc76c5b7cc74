//! Who asks, before anything is known of them: a cookie, or a token in a header.

use axum::http::{HeaderMap, header};
use kernel::ids::TokenHash;

use crate::shell::chance;

/// The cookie of a device on plain http, where nothing better is to be had.
pub const DEVICE_COOKIE: &str = "sl_device";
/// The cookie on https: no other name of the host, and no page without a lock, can set it.
pub const HOST_DEVICE_COOKIE: &str = "__Host-sl_device";

/// Who asks, before anything is known of them.
#[derive(Clone, Debug, Default)]
pub struct Device {
    pub token_hash: Option<TokenHash>,
    /// The token came in a header that no other site can send.
    pub by_bearer: bool,
}

impl Device {
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Device {
        let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        if let Some(token) = bearer.and_then(|value| value.strip_prefix("Bearer ")) {
            return Device { token_hash: Some(chance::token_hash(token.trim())), by_bearer: true };
        }
        let named = |name| cookie(headers, name).filter(|token| !token.is_empty());
        let token = named(HOST_DEVICE_COOKIE).or_else(|| named(DEVICE_COOKIE));
        Device { token_hash: token.map(chance::token_hash), by_bearer: false }
    }
}

/// Returns a cookie of a request.
#[must_use]
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(is, _)| is.trim() == name).map(|(_, value)| value.trim())
}

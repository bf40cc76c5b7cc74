//! Who asks, before anything is known of them: a cookie, or a token in a header.

use axum::http::{HeaderMap, header};
use kernel::ids::TokenHash;

use crate::shell::chance;

pub const DEVICE_COOKIE: &str = "sl_device";

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
        let token = cookie(headers, DEVICE_COOKIE).filter(|token| !token.is_empty());
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

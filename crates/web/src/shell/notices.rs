//! What programs look for that nobody has sent here.

use axum::extract::State;
use axum::response::IntoResponse as _;
use axum::response::Response;
use jiff::Timestamp;
use jiff::ToSpan as _;

use crate::shell::failure::Wrong;
use crate::shell::{Shell, clock};

/// The standard wants an end; the file is made anew for each who asks.
const HOLDS_FOR_DAYS: i64 = 180;

/// `GET /robots.txt`: no page here is for a search engine.
pub async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /\n"
}

/// `GET /.well-known/security.txt`: whom to tell of a hole, when the operator has said whom.
pub async fn security(State(shell): State<Shell>) -> Result<Response, Wrong> {
    let contact = shell.config.security_contact.as_deref().ok_or(Wrong::Missing)?;
    let now = Timestamp::from_millisecond(clock::now().0).map_err(anyhow::Error::from)?;
    let hours = HOLDS_FOR_DAYS * 24;
    let expires = now.checked_add(hours.hours()).map_err(anyhow::Error::from)?;
    let text =
        format!("Contact: {contact}\nExpires: {expires:.0}\nPreferred-Languages: nb, nn, en\n");
    Ok(text.into_response())
}

/// Tells whether a text is an address as the standard wants it.
#[must_use]
pub fn is_contact(text: &str) -> bool {
    let rest = ["mailto:", "https://", "tel:"].iter().find_map(|kind| text.strip_prefix(kind));
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|sign| sign.is_ascii_graphic()))
}

#[cfg(test)]
mod tests {
    use super::is_contact;

    #[test]
    fn a_contact_is_an_address_on_one_line() {
        for contact in ["mailto:it@skole.no", "https://skole.no/sikkerhet", "tel:+4722000000"] {
            assert!(is_contact(contact), "{contact}");
        }
        for contact in ["", "it@skole.no", "mailto:", "http://skole.no", "mailto:a\nExpires: x"] {
            assert!(!is_contact(contact), "{contact}");
        }
    }
}

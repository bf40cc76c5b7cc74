//! The body of a request, read to its limit, with the operation it names.

use std::error::Error;
use std::iter;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::HeaderMap;
use http_body_util::LengthLimitError;
use kernel::ids::{OpId, TokenHash};
use kernel::limits::BODY_BYTES_MAX;
use serde_json::json;

use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::request::{RequestHead, text as header_text};
use crate::shell::slow::TooSlow;
use crate::shell::{chance, heard};

/// Signs of an operation's name and of its id: 128 bits in hex.
const OP_SIGNS: usize = 32;

/// Who an operation is told apart for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// The device that sends it.
    Device,
    /// Somebody who may not be known by a cookie yet, or be known since the first try.
    Newcomer,
}

/// Reads a body with its operation, named in a header or a field, or else by the server.
pub async fn body(head: &RequestHead, request: Request) -> Result<(Fields, OpId), Wrong> {
    body_of(Sender::Device, head, request).await
}

/// As [`body`], for those who come in.
pub async fn body_of(
    sender: Sender,
    head: &RequestHead,
    request: Request,
) -> Result<(Fields, OpId), Wrong> {
    let (parts, body) = request.into_parts();
    let bytes = bytes(body).await?;
    let fields = Fields::read(&parts.headers, &bytes)?;
    heard::sent(&fields);
    let op = op(sender, head, &parts.headers, &fields, &[])?;
    Ok((fields, op))
}

/// Returns the operation's id: a new one, or one made of the name that a header, a field or the
/// address gives it, of who sends it and of what is sent. So a name opens nobody else's answer, and
/// another text under an old name is never answered as if it were stored.
pub fn op(
    sender: Sender,
    head: &RequestHead,
    headers: &HeaderMap,
    fields: &Fields,
    file: &[u8],
) -> Result<OpId, Wrong> {
    let header = axum::http::HeaderName::from_static("idempotency-key");
    let named = Some(header_text(headers, &header)).filter(|op| !op.is_empty());
    let name = match named.or_else(|| fields.get("op")).or_else(|| head.query("op")) {
        Some(op) if is_op(op) => op.to_ascii_lowercase(),
        Some(_) => return Err(Wrong::Unreadable { field: "op" }),
        None => return chance::op(),
    };
    let device = match sender {
        Sender::Device => head.device.token_hash.as_ref().map(TokenHash::as_str),
        Sender::Newcomer => None,
    };
    let all = fields.pairs().iter().filter(|(name, _)| name != "op").collect::<Vec<_>>();
    let seat = head.seat.map(|seat| seat.0);
    let whole = json!([name, device, seat, head.path, all]).to_string();
    let mut id = chance::hash_of([whole.as_bytes(), file]);
    id.truncate(OP_SIGNS);
    Ok(id.into())
}

async fn bytes(body: Body) -> Result<Bytes, Wrong> {
    axum::body::to_bytes(body, BODY_BYTES_MAX).await.map_err(|why| not_read(&why))
}

/// Returns why a body could not be read to its end.
pub fn not_read(why: &(dyn Error + 'static)) -> Wrong {
    if is_by::<LengthLimitError>(why) {
        Wrong::TooLarge
    } else if is_by::<TooSlow>(why) {
        Wrong::TooSlow
    } else {
        Wrong::Unreadable { field: "body" }
    }
}

fn is_by<E: Error + 'static>(why: &(dyn Error + 'static)) -> bool {
    iter::successors(Some(why), |&cause| cause.source()).any(<dyn Error>::is::<E>)
}

fn is_op(op: &str) -> bool {
    op.len() == OP_SIGNS && op.bytes().all(|sign| sign.is_ascii_hexdigit())
}

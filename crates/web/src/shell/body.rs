//! The body of a request, read to its limit, with the operation it names.

use std::error::Error;
use std::iter;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::HeaderMap;
use http_body_util::LengthLimitError;
use kernel::ids::OpId;
use kernel::limits::BODY_BYTES_MAX;

use crate::shell::chance;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::request::{RequestHead, text as header_text};

/// Reads a body with its operation, named in a header or a field, or else by the server.
pub async fn body(head: &RequestHead, request: Request) -> Result<(Fields, OpId), Wrong> {
    let (parts, body) = request.into_parts();
    let bytes = bytes(body).await?;
    let fields = Fields::read(&parts.headers, &bytes)?;
    let op = op(head, &parts.headers, &fields)?;
    Ok((fields, op))
}

/// Returns the operation's name, from a header, a field or the address, or else a new one.
pub fn op(head: &RequestHead, headers: &HeaderMap, fields: &Fields) -> Result<OpId, Wrong> {
    let name = axum::http::HeaderName::from_static("idempotency-key");
    let named = Some(header_text(headers, &name)).filter(|op| !op.is_empty());
    match named.or_else(|| fields.get("op")).or_else(|| head.query("op")) {
        Some(op) if is_op(op) => Ok(op.to_ascii_lowercase().into()),
        Some(_) => Err(Wrong::Unreadable { field: "op" }),
        None => chance::op(),
    }
}

async fn bytes(body: Body) -> Result<Bytes, Wrong> {
    axum::body::to_bytes(body, BODY_BYTES_MAX).await.map_err(|why| {
        let mut causes = iter::successors(Some(&why as &dyn Error), |&cause| cause.source());
        if causes.any(<dyn Error>::is::<LengthLimitError>) {
            Wrong::TooLarge
        } else {
            Wrong::Unreadable { field: "body" }
        }
    })
}

fn is_op(op: &str) -> bool {
    op.len() == 32 && op.bytes().all(|sign| sign.is_ascii_hexdigit())
}

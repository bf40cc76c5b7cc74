//! A form that may carry a file: multipart from a page, or the usual form and JSON.

use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::header;
use kernel::ids::OpId;

use crate::shell::body::{Sender, body, op};
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::request::{RequestHead, text as header_text};

/// What was sent.
#[derive(Debug)]
pub struct Sent {
    pub fields: Fields,
    /// The bytes of the file; none when no file was chosen. One byte more than `file_max` when it
    /// was larger: the rest is read from the line and thrown away, so that the sender is answered.
    pub file: Vec<u8>,
    /// The operation's name.
    pub op: OpId,
}

/// Reads a form. A file is cut at one byte more than `file_max`.
pub async fn read(head: &RequestHead, request: Request, file_max: usize) -> Result<Sent, Wrong> {
    let kind = header_text(request.headers(), &header::CONTENT_TYPE);
    if !kind.starts_with("multipart/form-data") {
        let (fields, op) = body(head, request).await?;
        return Ok(Sent { fields, file: vec![], op });
    }
    let headers = request.headers().clone();
    let unreadable = || Wrong::Unreadable { field: "body" };
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| unreadable())?;
    let (mut fields, mut file) = (Fields::default(), vec![]);
    while let Some(mut part) = parts.next_field().await.map_err(|_| Wrong::TooLarge)? {
        let name = part.name().unwrap_or_default().to_owned();
        let is_file = part.file_name().is_some();
        let most = if is_file { file_max } else { kernel::limits::BODY_BYTES_MAX };
        let mut bytes = vec![];
        while let Some(chunk) = part.chunk().await.map_err(|_| Wrong::TooLarge)? {
            let room = (most + 1).saturating_sub(bytes.len());
            bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
        if is_file {
            file = bytes;
        } else if most < bytes.len() {
            return Err(Wrong::TooLarge);
        } else {
            let text = String::from_utf8(bytes).map_err(|_| unreadable())?;
            fields.push(&name, &text);
        }
    }
    let op = op(Sender::Device, head, &headers, &fields, &file)?;
    Ok(Sent { fields, file, op })
}

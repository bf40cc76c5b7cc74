//! A form that may carry a file: multipart from a page, or the usual form and JSON.

use axum::extract::multipart::Field;
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::header;
use kernel::ids::OpId;
use kernel::limits::BODY_BYTES_MAX;

use crate::shell::body::{Sender, body, not_read, op};
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
    loop {
        let mut part = match parts.next_field().await.map_err(|why| not_read(&why)) {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(Wrong::TooLarge) => {
                file = too_large(file_max);
                break;
            }
            Err(why) => return Err(why),
        };
        let name = part.name().unwrap_or_default().to_owned();
        if part.file_name().is_some() {
            file = match bytes_of(&mut part, file_max).await {
                Err(Wrong::TooLarge) => too_large(file_max),
                read => read?,
            };
            continue;
        }
        let bytes = bytes_of(&mut part, BODY_BYTES_MAX).await?;
        if BODY_BYTES_MAX < bytes.len() {
            return Err(Wrong::TooLarge);
        }
        fields.push(&name, &String::from_utf8(bytes).map_err(|_| unreadable())?);
    }
    let op = op(Sender::Device, head, &headers, &fields, &file)?;
    Ok(Sent { fields, file, op })
}

/// Only a file that is far too large makes a request longer than its own limit.
fn too_large(file_max: usize) -> Vec<u8> {
    vec![0; file_max + 1]
}

/// Reads a part to its end, and keeps one byte more than `most` of it.
async fn bytes_of(part: &mut Field<'_>, most: usize) -> Result<Vec<u8>, Wrong> {
    let mut bytes = vec![];
    while let Some(chunk) = part.chunk().await.map_err(|why| not_read(&why))? {
        let room = (most + 1).saturating_sub(bytes.len());
        bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok(bytes)
}

//! A body that comes too slowly ends in an error, so that nobody holds a line by sending a byte at a time.
//!
//! A wait is timed only while the server asks for more, so a server that is slow to ask blames nobody.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use http_body::Frame;
use tokio::time::{Instant, Sleep, sleep_until};

use crate::shell::limits::Limits;

/// What a byte adds to the time that a body may take: a file at 33 kB a second comes through.
const BYTE_TAKES: Duration = Duration::from_micros(30);

/// Why a body ended before its time.
#[derive(Debug)]
pub struct TooSlow;

impl fmt::Display for TooSlow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the body came too slowly")
    }
}

impl Error for TooSlow {}

/// Returns a body that ends when its sender is too slow.
pub fn timed(body: Body, limits: &Limits) -> Body {
    if body.is_end_stream() {
        return body;
    }
    let (byte_within, body_within) = (limits.byte_within, limits.body_within);
    Body::new(Timed { body, byte_within, body_within, until: None, wait: None })
}

struct Timed {
    body: Body,
    byte_within: Duration,
    body_within: Duration,
    /// When all should have come.
    until: Option<Instant>,
    /// Runs while nothing comes.
    wait: Option<Pin<Box<Sleep>>>,
}

impl HttpBody for Timed {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Timed>,
        ctx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let timed = self.get_mut();
        let now = Instant::now();
        let until = *timed.until.get_or_insert(now + timed.body_within);
        if let Poll::Ready(frame) = Pin::new(&mut timed.body).poll_frame(ctx) {
            timed.wait = None;
            if let Some(Ok(frame)) = &frame {
                let bytes = frame.data_ref().map_or(0, Bytes::len);
                let more = BYTE_TAKES.saturating_mul(u32::try_from(bytes).unwrap_or(u32::MAX));
                timed.until = Some(until + more);
            }
            return Poll::Ready(frame);
        }
        let patience = (now + timed.byte_within).min(until);
        let wait = timed.wait.get_or_insert_with(|| Box::pin(sleep_until(patience)));
        ready!(wait.as_mut().poll(ctx));
        Poll::Ready(Some(Err(axum::Error::new(TooSlow))))
    }
}

//! What every page and answer is made of, and nothing that knows a meeting.

pub mod answer;
pub mod assets;
pub mod bits;
pub mod body;
pub mod chance;
pub mod clock;
pub mod device;
pub mod doorbell;
pub mod failure;
pub mod fields;
pub mod frame;
pub mod front;
pub mod heard;
pub mod language;
pub mod limits;
pub mod lines;
pub mod message;
pub mod metrics;
pub mod middleware;
pub mod notices;
pub mod request;
pub mod slow;
pub mod sse;
pub mod streams;
pub mod time;
pub mod uploads;
pub mod worker;

use std::ops::Deref;
use std::sync::Arc;

use tokio::sync::watch;

use self::assets::Assets;
use self::doorbell::Doorbell;
use self::limits::Limits;
use self::metrics::Metrics;
use self::streams::Streams;
use texts::Texts;

/// What the operator decides.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Scheme and host as people reach them. Without it, links follow the request's `Host`.
    pub public_url: Option<String>,
    /// Whether `X-Forwarded-Proto` was set by a proxy of the operator's own.
    pub trusts_proxy: bool,
    pub code_opens: CodeOpens,
    /// Whom to tell of a security hole, as `mailto:…`, `https://…` or `tel:…`.
    pub security_contact: Option<String>,
    pub limits: Limits,
}

/// From when the code of a meeting with a day means it, unless its lobby is opened before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CodeOpens {
    /// From midnight on the day of the meeting.
    #[default]
    TheDay,
    /// So many hours before it starts.
    HoursBefore(u32),
}

/// What every page and answer may need. Cheap to clone.
#[derive(Clone)]
pub struct Shell(Arc<ShellParts>);

pub struct ShellParts {
    pub config: Config,
    pub texts: Texts,
    pub assets: Assets,
    pub streams: Streams,
    pub metrics: Metrics,
    pub doorbell: Doorbell,
    /// Turns true when the server stops, which ends the open streams.
    pub stop: watch::Sender<bool>,
}

impl Deref for Shell {
    type Target = ShellParts;

    fn deref(&self) -> &ShellParts {
        &self.0
    }
}

impl Shell {
    pub fn new(config: Config, texts: Texts) -> anyhow::Result<Shell> {
        Ok(Shell(Arc::new(ShellParts {
            config,
            texts,
            assets: Assets::load()?,
            streams: Streams::default(),
            metrics: Metrics::default(),
            doorbell: Doorbell::default(),
            stop: watch::Sender::new(false),
        })))
    }
}

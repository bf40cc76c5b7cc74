//! The log of a meeting, read back: the state is what the facts add up to.

use anyhow::Context as _;
use kernel::ids::MeetingId;
use meeting::event::Event;
use meeting::evolve::evolve;
use meeting::state::State;
use store::Org;
use store::log::Fact;

/// Facts that are read before others get their turn on the same core.
const AT_A_TIME: usize = 256;

/// A meeting as its log says.
#[derive(Debug, Default)]
pub struct Replayed {
    pub state: State,
    /// The number of the newest fact; 0 when there is none.
    pub seq: i64,
}

impl Replayed {
    /// Reads a meeting from its first fact.
    pub async fn of(org: &Org, meeting: &MeetingId) -> anyhow::Result<Replayed> {
        let mut replayed = Replayed::default();
        replayed.catch_up(org, meeting).await?;
        Ok(replayed)
    }

    /// Adds what has come since.
    pub async fn catch_up(&mut self, org: &Org, meeting: &MeetingId) -> anyhow::Result<()> {
        for facts in org.facts_after(meeting, self.seq).await?.chunks(AT_A_TIME) {
            for fact in facts {
                evolve(&mut self.state, &event(meeting, fact)?);
                self.seq = fact.seq;
            }
            tokio::task::yield_now().await;
        }
        Ok(())
    }
}

/// Reads one fact.
pub fn event(meeting: &MeetingId, fact: &Fact) -> anyhow::Result<Event> {
    serde_json::from_str(&fact.body)
        .with_context(|| format!("fact {} of meeting {meeting} cannot be read", fact.seq))
}

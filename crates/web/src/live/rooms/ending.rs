//! The end of a meeting as the list of meetings knows it.
//!
//! The log decides. The row is written after it, and again when a meeting is read from the store,
//! so that a crash between the two leaves nothing wrong for long.

use meeting::event::Event;
use meeting::state::Phase;
use store::Store;

use super::Room;
use crate::door::access::ORG;

/// Tells whether a fact ends a meeting, or undoes that.
pub(super) fn is_about(event: &Event) -> bool {
    matches!(event, Event::Ended { .. } | Event::EndUndone)
}

pub(super) fn is_ended(room: &Room) -> bool {
    room.read(|at| matches!(at.state.phase, Phase::Ended { .. }))
}

/// Writes down that the meeting has ended, or that it goes on after all.
pub(super) async fn settle(store: &Store, room: &Room) {
    let ended_at = room.read(|at| match at.state.phase {
        Phase::Ended { at, .. } => Some(at.0),
        Phase::Lobby | Phase::Running(_) => None,
    });
    let written = match ended_at {
        Some(at) => store.end_meeting(ORG, room.id(), at).await.map(|_| true),
        None => store.reopen_meeting(ORG, room.id()).await,
    };
    match written {
        Ok(true) => (),
        Ok(false) => {
            tracing::warn!(meeting = room.id(), "another meeting has the code of a reopened one");
        }
        Err(why) => {
            let error = format!("{why:#}");
            tracing::error!(meeting = room.id(), error, "the end of a meeting was not written");
        }
    }
}

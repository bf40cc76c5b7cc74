//! Who waits for what: a bell for each thing that somebody listens to.
//!
//! **Invariant `the-relay-only-rings`:** a ring says that there may be something new, never what.
//! Whoever hears it looks for himself, and looks now and then without it, so a ring that is lost or
//! comes twice costs a little time and nothing else. Held by [`Bell`], which carries nothing.
//!
//! This is the port for a relay between the nodes that share a database: it passes on what is rung
//! by [`Doorbell::ring`] here, and rings here what it hears of the others.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kernel::ids::{MeetingId, OrgId};
use tokio::sync::watch;

/// What somebody may wait for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The screens of a live meeting.
    Meeting(OrgId, MeetingId),
    /// The plan of a meeting.
    Plan(OrgId, MeetingId),
    /// Work in the outbox.
    Jobs,
}

/// The bells that somebody has a use for. Cheap to clone; clones ring together.
#[derive(Clone, Debug, Default)]
pub struct Doorbell(Arc<Mutex<HashMap<Topic, Bell>>>);

/// The bell of one topic.
#[derive(Clone, Debug)]
pub struct Bell(watch::Sender<()>);

impl Doorbell {
    /// Returns a topic's bell, for one who rings it often.
    #[must_use]
    pub fn bell(&self, topic: &Topic) -> Bell {
        let mut bells = self.bells();
        if let Some(bell) = bells.get(topic) {
            return bell.clone();
        }
        bells.retain(|_, bell| bell.is_in_use());
        let bell = Bell(watch::Sender::new(()));
        bells.insert(topic.clone(), bell.clone());
        bell
    }

    /// Returns what changes with each ring.
    #[must_use]
    pub fn listen(&self, topic: &Topic) -> watch::Receiver<()> {
        self.bell(topic).listen()
    }

    /// Rings for whoever listens.
    pub fn ring(&self, topic: &Topic) {
        if let Some(bell) = self.bells().get(topic) {
            bell.ring();
        }
    }

    fn bells(&self) -> MutexGuard<'_, HashMap<Topic, Bell>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Bell {
    pub fn ring(&self) {
        self.0.send_replace(());
    }

    #[must_use]
    pub fn listen(&self) -> watch::Receiver<()> {
        self.0.subscribe()
    }

    /// Tells whether somebody besides the list has it, to ring it or to hear it.
    fn is_in_use(&self) -> bool {
        self.0.sender_count() > 1 || self.0.receiver_count() > 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Doorbell, Topic};

    fn plan(id: &str) -> Topic {
        Topic::Plan("skole".into(), id.into())
    }

    #[test]
    fn a_ring_is_heard_by_those_who_wait_for_its_topic_and_nobody_else() {
        let doorbell = Doorbell::default();
        let (mut one, mut other) = (doorbell.listen(&plan("a")), doorbell.listen(&plan("a")));
        let elsewhere = doorbell.listen(&Topic::Meeting("skole".into(), "a".into()));
        doorbell.ring(&plan("a"));
        doorbell.ring(&plan("a"));
        doorbell.ring(&plan("b"));
        assert!(one.has_changed().unwrap() && other.has_changed().unwrap());
        one.mark_unchanged();
        other.mark_unchanged();
        doorbell.bell(&plan("a")).ring();
        assert!(one.has_changed().unwrap() && !elsewhere.has_changed().unwrap());
    }

    #[test]
    fn a_bell_that_nobody_has_is_let_go_of() {
        let doorbell = Doorbell::default();
        let heard = doorbell.listen(&plan("heard"));
        let rung = doorbell.bell(&plan("rung"));
        drop(doorbell.listen(&plan("gone")));
        let _new = doorbell.bell(&plan("new"));
        let bells = doorbell.bells();
        assert!(bells.contains_key(&plan("heard")) && bells.contains_key(&plan("rung")));
        assert!(!bells.contains_key(&plan("gone")) && bells.len() == 3);
        drop((heard, rung));
    }
}

//! What happened in a run, as plain facts that can be judged without a server.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use kernel::ids::Place;
use kernel::seating::Seating;
use kernel::step::Kind;
use serde::Deserialize;
use serde_json::Value;

/// Whose a field is: a seat's own, or a table's in the place where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    Seat(u32),
    Table(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldKey {
    pub owner: Owner,
    pub place: Place,
    pub kind: Kind,
    pub slot: u8,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Acknowledged, with the sequence number of the answer.
    Acked {
        seq: i64,
    },
    /// Someone else had written; what stood there, and how many times it had been written.
    Changed {
        theirs: String,
    },
    Refused {
        code: String,
    },
}

/// One text that was sent, with its last answer.
#[derive(Clone, Debug)]
pub struct Write {
    pub op: String,
    pub by: u32,
    pub field: FieldKey,
    pub text: String,
    pub parents: Vec<u32>,
    /// How many times the field had been written when the writer saw it.
    pub base: u32,
    /// Private until its author takes it along with the same words.
    pub is_private: bool,
    /// Sent after the room had left the step.
    pub is_late: bool,
    pub sent_at: u64,
    pub answered_at: u64,
    pub outcome: Outcome,
}

/// One field as a phone saw it while nothing was being written.
#[derive(Clone, Debug)]
pub struct Read {
    pub viewer: u32,
    pub at: u64,
    pub field: FieldKey,
    pub id: Option<u32>,
    pub text: String,
    pub version: u32,
    pub parents: Vec<u32>,
}

/// An author's own notes as the phone listed them.
#[derive(Clone, Debug)]
pub struct OwnCards {
    pub seat: u32,
    pub at: u64,
    pub texts: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Viewer {
    Seat(u32),
    Wall,
    Console,
    Result,
}

/// The tables that stood in a step.
#[derive(Clone, Debug)]
pub struct Tables {
    pub place: Place,
    pub seating: Seating,
    pub tables: Vec<Vec<u32>>,
    pub present: Vec<u32>,
    /// Somebody has come late or left, so that the sizes follow from what was.
    pub is_disturbed: bool,
}

#[derive(Clone, Debug)]
pub struct Delivery {
    pub place: Place,
    pub table: u32,
    pub points: Vec<(u32, String)>,
}

#[derive(Clone, Debug)]
pub struct Promise {
    pub what: String,
    pub owner: u32,
    pub by: u32,
}

/// The ids that came over one stream, in the order they came, and where it was cut.
#[derive(Clone, Debug, Default)]
pub struct Stream {
    pub who: String,
    pub ids: Vec<i64>,
    pub reconnects: u32,
}

/// A text of the result and what it grew from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Thread {
    pub id: u32,
    pub text: Option<String>,
    #[serde(default)]
    pub grew_from: Vec<Thread>,
}

/// How things stood when everything was over and quiet.
#[derive(Clone, Debug, Default)]
pub struct End {
    /// When the meeting ended. A late private note moves `seq` on and wakes nobody else.
    pub ended_seq: i64,
    pub seq: i64,
    pub seq_after_restart: i64,
    /// The part of each screen that all have in common.
    pub rooms: Vec<(String, Value)>,
    pub walls: Vec<Value>,
    pub walls_after_restart: Vec<Value>,
    pub threads: Vec<Thread>,
    pub contributions: usize,
    pub commitments: Vec<Committed>,
    pub result: Value,
    pub result_after_restart: Value,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Committed {
    pub number: u32,
    pub what: String,
    pub owner: u32,
    pub accepted: Option<bool>,
}

#[derive(Clone, Debug, Default)]
pub struct History {
    pub writes: Vec<Write>,
    pub reads: Vec<Read>,
    pub own_cards: Vec<OwnCards>,
    /// When a viewer first saw a mark.
    pub sights: BTreeMap<(String, Viewer), u64>,
    pub tables: Vec<Tables>,
    pub deliveries: Vec<Delivery>,
    pub promises: Vec<Promise>,
    pub answers: BTreeMap<u32, bool>,
    pub streams: Vec<Stream>,
    /// Answers that no server should give, in words.
    pub oddities: Vec<String>,
    pub end: End,
}

/// Takes a history down from many phones at once, with one clock for all of them.
#[derive(Debug, Default)]
pub struct Recorder {
    clock: AtomicU64,
    history: Mutex<History>,
}

impl Recorder {
    pub fn tick(&self) -> u64 {
        self.clock.fetch_add(1, Ordering::SeqCst)
    }

    pub fn history(&self) -> MutexGuard<'_, History> {
        self.history.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes every mark in something that a viewer was shown.
    pub fn saw(&self, viewer: Viewer, shown: &str) {
        let at = self.tick();
        let mut history = self.history();
        for mark in marks(shown) {
            history.sights.entry((mark.to_owned(), viewer)).or_insert(at);
        }
    }

    pub fn odd(&self, what: String) {
        self.history().oddities.push(what);
    }
}

/// Returns the marks in a text.
pub fn marks(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('§').filter_map(|(start, sign)| {
        let end = start + sign.len() + 12;
        text.get(start..end)
    })
}

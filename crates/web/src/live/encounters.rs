//! Who has met whom, from one meeting to the next: kept when a meeting ends, weighed by the next.
//!
//! **Invariant `pairs-never-persons`:** only pairs are kept, under keyed hashes of names; the key
//! is the organisation's secret. Deleting the history makes a new secret, so that a copy of the
//! old rows can never be matched again.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kernel::ids::MeetingId;
use kernel::time::Moment;
use meeting::company::{Acquaintance, pair};
use meeting::names;
use meeting::state::State;
use store::Org;

use crate::shell::chance;

/// What a meeting weighs, the newest first: in tenths of one just held.
const WEIGHTS: [i64; 5] = [10, 8, 6, 5, 4];
/// Signs of a hash that are kept; 128 bits tell people apart.
const KEY_SIGNS: usize = 32;

/// The pairs of earlier meetings, by hashed name.
#[derive(Debug, Default)]
pub struct History {
    secret: String,
    pairs: BTreeMap<(String, String), Acquaintance>,
    keys: HashMap<String, String>,
}

impl History {
    /// Returns who has met whom among people with names.
    pub fn among<T: Ord + Copy>(&mut self, people: &[(T, &str)]) -> BTreeMap<(T, T), Acquaintance> {
        if self.pairs.is_empty() {
            return BTreeMap::new();
        }
        let found: HashMap<String, T> =
            people.iter().map(|(person, name)| (self.key(name), *person)).collect();
        let pairs = self.pairs.iter().filter_map(|((one, other), met)| {
            Some((pair(*found.get(one)?, *found.get(other)?), *met))
        });
        pairs.collect()
    }

    fn key(&mut self, name: &str) -> String {
        if let Some(key) = self.keys.get(name) {
            return key.clone();
        }
        let key = name_key(&self.secret, name);
        self.keys.insert(name.to_owned(), key.clone());
        key
    }
}

/// Reads the history that counts for a meeting.
pub async fn before(org: &Org, meeting: &MeetingId) -> anyhow::Result<History> {
    let rows = org.encounters_before(meeting).await?;
    if rows.is_empty() {
        return Ok(History::default());
    }
    let mut history = History { secret: secret(org).await?, ..History::default() };
    let mut meetings: Vec<MeetingId> = vec![];
    for row in rows {
        if meetings.last() != Some(&row.meeting) {
            meetings.push(row.meeting);
        }
        let weight = WEIGHTS.get(meetings.len() - 1).copied().unwrap_or_default();
        let met = history.pairs.entry((row.one, row.other)).or_default();
        met.tenths += weight;
        met.meetings += 1;
    }
    Ok(history)
}

/// Keeps who shared a table in the steps that were held, once a meeting has ended. What was deleted
/// since the end stays deleted, however late this comes.
pub async fn keep(
    org: &Org,
    meeting: &MeetingId,
    state: &State,
    ended_at: Moment,
) -> anyhow::Result<()> {
    let deleted_at = org.encounters_deleted_at().await?;
    if deleted_at.is_some_and(|deleted_at| ended_at.0 <= deleted_at) {
        return Ok(());
    }
    let secret = secret(org).await?;
    // A secret that is another by then means that the history was deleted just now.
    org.keep_encounters(meeting, &pairs(state, &secret), ended_at.0, &secret).await?;
    Ok(())
}

fn pairs(state: &State, secret: &str) -> Vec<(String, String)> {
    let keys: BTreeMap<_, String> =
        state.seats.iter().map(|(seat, it)| (*seat, name_key(secret, &it.name))).collect();
    let held = state.held();
    let tables = held.iter().filter_map(|it| state.seating(*it)).flat_map(|it| &it.tables);
    let mut pairs = BTreeSet::new();
    for table in tables {
        let here: Vec<&String> = table.seats.iter().filter_map(|seat| keys.get(seat)).collect();
        for (place, one) in here.iter().enumerate() {
            for other in here[place + 1..].iter().filter(|other| *other != one) {
                pairs.insert(pair((*one).clone(), (*other).clone()));
            }
        }
    }
    pairs.into_iter().collect()
}

/// Deletes the whole history, and the secret that its names were hashed with.
pub async fn forget(org: &Org, now: Moment) -> anyhow::Result<()> {
    org.forget_encounters(now.0, &chance::hex(&chance::bytes::<32>()?)).await
}

async fn secret(org: &Org) -> anyhow::Result<String> {
    org.encounter_secret(&chance::hex(&chance::bytes::<32>()?)).await
}

fn name_key(secret: &str, name: &str) -> String {
    let mut key = chance::hash(&format!("{secret}\n{}", names::key(name)));
    key.truncate(KEY_SIGNS);
    key
}

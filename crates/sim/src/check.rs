//! Judges a history. Pure: it knows no server, so it can be tried on histories with known bugs.
//!
//! Each finding is a sentence that begins with what does not hold.

mod seats;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use kernel::step::Kind;
use serde_json::Value;

use crate::history::{Committed, History, Outcome, Viewer, marks};

/// Parts of the screens that are the room's, alike for everyone.
const ROOM_PARTS: [&str; 4] = ["phase", "title", "here", "program"];

/// Returns everything in a history that should not be.
#[must_use]
pub fn findings(history: &History) -> Vec<String> {
    let mut found: Vec<String> = history.oddities.iter().map(|it| format!("odd: {it}")).collect();
    found.extend(texts::acknowledged_texts_stand(history));
    found.extend(texts::nothing_is_overwritten_unseen(history));
    found.extend(texts::resent_texts_count_once(history));
    found.extend(texts::texts_have_one_id(history));
    found.extend(texts::own_notes_are_complete(history));
    found.extend(texts::contributions_are_counted(history));
    found.extend(texts::one_writers_order_holds(history));
    found.extend(texts::offered_fields_take_texts(history));
    found.extend(texts::lineage_is_complete(history));
    found.extend(private_notes_stay_private(history));
    found.extend(seats::tables_are_of_documented_sizes(history));
    found.extend(streams_only_go_on(history));
    found.extend(promises_stand_once(history));
    found.extend(screens_end_equal(history));
    found.extend(refusals_stay_with_their_owners(history));
    found.extend(a_restart_changes_nothing(history));
    // What many phones saw alike is told once.
    let mut told = BTreeSet::new();
    found.retain(|it| told.insert(it.clone()));
    found
}

/// A note is seen by others only after its author took it along with the same words.
fn private_notes_stay_private(history: &History) -> Vec<String> {
    let mut found = vec![];
    let mut sights: BTreeMap<&str, Vec<(Viewer, u64)>> = BTreeMap::new();
    for ((mark, viewer), at) in &history.sights {
        sights.entry(mark).or_default().push((*viewer, *at));
    }
    for write in history.writes.iter().filter(|write| write.is_private) {
        let Some(mark) = marks(&write.text).next() else { continue };
        let same_words = |it: &&crate::history::Write| {
            it.by == write.by && !it.is_private && it.text == write.text
        };
        let shared_at = history.writes.iter().filter(same_words).map(|it| it.sent_at).min();
        for (viewer, at) in sights.get(mark).into_iter().flatten() {
            let is_shared = shared_at.is_some_and(|shared_at| shared_at < *at);
            let at_the_table = matches!(write.field.kind, Kind::Question | Kind::Story)
                && matches!(viewer, Viewer::Seat(_));
            if *viewer != Viewer::Seat(write.by) && !is_shared && !at_the_table {
                found.push(format!(
                    "private: {viewer:?} saw the {} of seat {} at {:?}: {}",
                    write.field.kind.key(),
                    write.by,
                    write.field.place,
                    write.text
                ));
            }
        }
    }
    found
}

fn streams_only_go_on(history: &History) -> Vec<String> {
    let mut found = vec![];
    for stream in &history.streams {
        let who = &stream.who;
        for pair in stream.ids.windows(2).filter(|pair| pair[1] < pair[0]) {
            found.push(format!("stream: {who} got id {} after {}", pair[1], pair[0]));
        }
        let (ended, end) = (history.end.ended_seq, history.end.seq);
        let last = stream.ids.last().copied();
        if !last.is_some_and(|last| (ended..=end).contains(&last)) {
            found.push(format!(
                "stream: {who} ends at {last:?}; the meeting ended at {ended} and is at {end}"
            ));
        }
    }
    found
}

fn promises_stand_once(history: &History) -> Vec<String> {
    let mut found = vec![];
    let all = &history.end.commitments;
    for promise in &history.promises {
        let same = all.iter().filter(|it| it.what == promise.what && it.owner == promise.owner);
        let count = same.clone().count();
        if count != 1 {
            found.push(format!("commitment: «{}» stands {count} times", promise.what));
        }
        for it in same {
            let answered = history.answers.get(&it.number).copied();
            let wanted = answered.or((promise.by == promise.owner).then_some(true));
            if it.accepted != wanted {
                let (is, what) = (it.accepted, &it.what);
                found.push(format!("commitment: «{what}» was answered {wanted:?}, is {is:?}"));
            }
        }
    }
    if all.len() > history.promises.len() {
        let (is, made) = (all.len(), history.promises.len());
        found.push(format!("commitment: {is} stand, and {made} were made"));
    }
    found
}

fn screens_end_equal(history: &History) -> Vec<String> {
    let mut found = vec![];
    for part in ROOM_PARTS {
        let mut first: Option<(&str, &Value)> = None;
        for (who, screen) in &history.end.rooms {
            let Some(value) = screen.get(part) else { continue };
            match first {
                None => first = Some((who, value)),
                Some((other, wanted)) if wanted != value => {
                    found.push(format!(
                        "screens: {part} is {value} for {who} and {wanted} for {other}"
                    ));
                }
                Some(_) => (),
            }
        }
    }
    if history.end.walls.windows(2).any(|pair| pair[0] != pair[1]) {
        found.push("screens: two walls differ".to_owned());
    }
    found
}

/// What was taken on is everybody's; what was not is the owner's and the leader's.
fn refusals_stay_with_their_owners(history: &History) -> Vec<String> {
    let mut found = vec![];
    for (who, screen) in &history.end.rooms {
        let shown: Vec<Committed> = screen
            .get("commitments")
            .and_then(|it| serde_json::from_value(it.clone()).ok())
            .unwrap_or_default();
        let is_seen = |it: &Committed| {
            it.accepted == Some(true) || who == "console" || *who == format!("seat {}", it.owner)
        };
        let wanted: Vec<&Committed> =
            history.end.commitments.iter().filter(|it| is_seen(it)).collect();
        if shown.iter().collect::<Vec<_>>() != wanted {
            found.push(format!("commitment: {who} sees {shown:?} instead of {wanted:?}"));
        }
    }
    found
}

fn a_restart_changes_nothing(history: &History) -> Vec<String> {
    let end = &history.end;
    let mut found = vec![];
    if end.seq != end.seq_after_restart {
        found.push(format!(
            "restart: the meeting was at {} and is at {} after a restart",
            end.seq, end.seq_after_restart
        ));
    }
    if end.result != end.result_after_restart {
        found.push("restart: the result differs after a restart".to_owned());
    }
    if end.walls.first() != end.walls_after_restart.first() {
        found.push("restart: the wall differs after a restart".to_owned());
    }
    found
}

/// Tells whether a write was acknowledged.
fn is_acked(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Acked { .. })
}

#[cfg(test)]
mod tests;

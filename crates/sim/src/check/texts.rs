//! Texts: what was acknowledged stands, once, in its writer's order, with what it grew from.

use std::collections::{BTreeMap, BTreeSet};

use super::is_acked;
use crate::history::{FieldKey, History, Outcome, Owner, Read, Thread, Write};

/// Acknowledged writes by field, in the order they took effect.
fn acked_by_field(history: &History) -> BTreeMap<FieldKey, Vec<&Write>> {
    let mut fields: BTreeMap<FieldKey, Vec<&Write>> = BTreeMap::new();
    for write in history.writes.iter().filter(|write| is_acked(&write.outcome)) {
        fields.entry(write.field).or_default().push(write);
    }
    for writes in fields.values_mut() {
        writes.sort_by_key(|write| (write.base, write.answered_at));
    }
    fields
}

pub(super) fn acknowledged_texts_stand(history: &History) -> Vec<String> {
    let fields = acked_by_field(history);
    let mut found = vec![];
    for read in &history.reads {
        let mut writes = fields.get(&read.field).into_iter().flatten();
        let last = writes.rfind(|write| write.answered_at < read.at);
        match last {
            Some(write) => found.extend(differs(read, write)),
            None if read.id.is_some() || !read.text.is_empty() => found
                .push(format!("ghost: {:?} holds «{}», which nobody sent", read.field, read.text)),
            None => (),
        }
    }
    found
}

fn differs(read: &Read, write: &Write) -> Option<String> {
    let (field, seat) = (read.field, read.viewer);
    if read.text != write.text {
        return Some(format!(
            "lost: {field:?} holds «{}» for seat {seat}; acknowledged was «{}» (op {})",
            read.text, write.text, write.op
        ));
    }
    if read.version != write.base + 1 {
        return Some(format!(
            "version: {field:?} was written {} times; its last writer saw {}",
            read.version, write.base
        ));
    }
    let named: BTreeSet<u32> = write.parents.iter().copied().collect();
    let kept: BTreeSet<u32> = read.parents.iter().copied().collect();
    (named != kept).then(|| {
        format!("lineage: {field:?} was named to grow from {named:?} and grew from {kept:?}")
    })
}

/// No two writers of a table's text were both told «saved» for the same version.
pub(super) fn nothing_is_overwritten_unseen(history: &History) -> Vec<String> {
    let mut found = vec![];
    for (field, writes) in acked_by_field(history) {
        let pairs = writes.windows(2).filter(|pair| pair[0].base == pair[1].base);
        for pair in pairs {
            found.push(format!(
                "overwritten: {field:?} version {} was acknowledged for «{}» and «{}»",
                pair[0].base, pair[0].text, pair[1].text
            ));
        }
    }
    found
}

/// A text that is sent again is known again, not taken for somebody else's.
pub(super) fn resent_texts_count_once(history: &History) -> Vec<String> {
    let as_another = history.writes.iter().filter(
        |write| matches!(&write.outcome, Outcome::Changed { theirs } if *theirs == write.text),
    );
    as_another
        .map(|write| format!("doubled: op {} was refused because of itself", write.op))
        .collect()
}

pub(super) fn texts_have_one_id(history: &History) -> Vec<String> {
    let mut of_field: BTreeMap<FieldKey, u32> = BTreeMap::new();
    let mut of_id: BTreeMap<u32, FieldKey> = BTreeMap::new();
    let mut found = vec![];
    for read in &history.reads {
        let Some(id) = read.id else { continue };
        let field = read.field;
        let known = *of_field.entry(field).or_insert(id);
        if known != id {
            found.push(format!("doubled: {field:?} has been both {known} and {id}"));
        }
        let owner = *of_id.entry(id).or_insert(field);
        if owner != field {
            found.push(format!("doubled: {id} stands both in {owner:?} and in {field:?}"));
        }
    }
    found
}

pub(super) fn own_notes_are_complete(history: &History) -> Vec<String> {
    let fields = acked_by_field(history);
    let mut of_seat: BTreeMap<u32, Vec<&Vec<&Write>>> = BTreeMap::new();
    for (field, writes) in &fields {
        if let Owner::Seat(seat) = field.owner
            && writes.iter().any(|write| write.is_private)
        {
            of_seat.entry(seat).or_default().push(writes);
        }
    }
    let mut found = vec![];
    for cards in &history.own_cards {
        let own = of_seat.get(&cards.seat).into_iter().flatten();
        let last =
            own.filter_map(|writes| writes.iter().rfind(|write| write.answered_at < cards.at));
        let mut wanted: Vec<&str> = last.map(|write| write.text.as_str()).collect();
        let mut shown: Vec<&str> = cards.texts.iter().map(String::as_str).collect();
        wanted.sort_unstable();
        shown.sort_unstable();
        if wanted != shown {
            let missing: Vec<&&str> = wanted.iter().filter(|it| !shown.contains(it)).collect();
            let extra: Vec<&&str> = shown.iter().filter(|it| !wanted.contains(it)).collect();
            found.push(format!(
                "own notes: seat {} has {} of {}; missing {missing:?}, extra {extra:?}",
                cards.seat,
                shown.len(),
                wanted.len()
            ));
        }
    }
    found
}

pub(super) fn contributions_are_counted(history: &History) -> Vec<String> {
    let wanted = acked_by_field(history).len();
    let is = history.end.contributions;
    if is == wanted {
        return vec![];
    }
    vec![format!("count: {wanted} texts were acknowledged, and the result counts {is}")]
}

pub(super) fn one_writers_order_holds(history: &History) -> Vec<String> {
    let mut last: BTreeMap<u32, i64> = BTreeMap::new();
    let mut found = vec![];
    let mut writes: Vec<&Write> = history.writes.iter().collect();
    writes.sort_by_key(|write| write.answered_at);
    for write in writes {
        let Outcome::Acked { seq } = write.outcome else { continue };
        let before = last.insert(write.by, seq).unwrap_or(0);
        if seq < before {
            found.push(format!("order: seat {} was answered {seq} after {before}", write.by));
        }
    }
    found
}

pub(super) fn offered_fields_take_texts(history: &History) -> Vec<String> {
    let refused = history.writes.iter().filter_map(|write| match &write.outcome {
        Outcome::Refused { code } => Some((write, code)),
        Outcome::Acked { .. } | Outcome::Changed { .. } => None,
    });
    refused
        .map(|(write, code)| {
            let late = if write.is_late { ", late" } else { "" };
            format!("refused: seat {} in {:?}{late}: {code}", write.by, write.field)
        })
        .collect()
}

/// Every delivered point is in the result, and reaches back to all that was named.
pub(super) fn lineage_is_complete(history: &History) -> Vec<String> {
    let fields = acked_by_field(history);
    let mut of_id: BTreeMap<u32, &Write> = BTreeMap::new();
    for read in &history.reads {
        let last = fields.get(&read.field).and_then(|writes| writes.last());
        if let (Some(id), Some(last)) = (read.id, last) {
            of_id.insert(id, last);
        }
    }
    let mut found = vec![];
    for (id, text) in history.deliveries.iter().flat_map(|it| &it.points) {
        let thread = history.end.threads.iter().find(|thread| thread.id == *id);
        match thread {
            None => found.push(format!("lineage: the delivered point {id} is not in the result")),
            Some(thread) if thread.text.as_ref() != Some(text) => found.push(format!(
                "lineage: the delivered point {id} was «{text}» and is {:?}",
                thread.text
            )),
            Some(_) => (),
        }
    }
    let sent: BTreeSet<&str> = history.writes.iter().map(|write| write.text.as_str()).collect();
    for thread in &history.end.threads {
        walk(thread, &of_id, &sent, &mut found);
    }
    found
}

fn walk(
    thread: &Thread,
    of_id: &BTreeMap<u32, &Write>,
    sent: &BTreeSet<&str>,
    found: &mut Vec<String>,
) {
    let id = thread.id;
    if let Some(text) = thread.text.as_deref().filter(|text| !sent.contains(text)) {
        found.push(format!("ghost: the result holds «{text}», which nobody sent"));
    }
    let named: BTreeSet<u32> =
        of_id.get(&id).map_or(BTreeSet::new(), |write| write.parents.iter().copied().collect());
    let reached: BTreeSet<u32> = thread.grew_from.iter().map(|parent| parent.id).collect();
    for lost in named.difference(&reached) {
        found.push(format!("lineage: {id} does not reach {lost}, which was named as its parent"));
    }
    for parent in &thread.grew_from {
        walk(parent, of_id, sent, found);
    }
}

//! Minutes and starts.

use kernel::limits::ITEM_MINUTES_MAX;

use super::rows::{Outcome, item};
use super::{NotEdited, Said};
use crate::document::{Item, ItemKind, Plan};
use crate::timetable::{clock, timetable};
use crate::ways;

pub(super) fn change(plan: &mut Plan, id: &str, by: i64) -> Outcome {
    let item = item(plan, id)?;
    let from = item.minutes;
    let wanted = u32::try_from((i64::from(from) + by).max(1)).unwrap_or(u32::MAX);
    if ITEM_MINUTES_MAX < wanted {
        return Err(NotEdited::MinutesOutside { most: ITEM_MINUTES_MAX });
    }
    set_minutes(item, wanted);
    Ok(Said::MinutesSet { title: item.title.clone(), from, to: wanted })
}

fn set_minutes(item: &mut Item, minutes: u32) {
    item.minutes = minutes;
    ways::fit_own_steps(item);
}

pub(super) fn lock_start(plan: &mut Plan, id: &str, at: u32) -> Outcome {
    let item = item(plan, id)?;
    item.starts_at = clock(at);
    Ok(Said::StartLocked { title: item.title.clone(), at })
}

pub(super) fn unlock_start(plan: &mut Plan, id: &str) -> Outcome {
    let item = item(plan, id)?;
    item.starts_at.clear();
    Ok(Said::StartUnlocked { title: item.title.clone() })
}

pub(super) fn lock_minutes(plan: &mut Plan, id: &str, locked: bool) -> Outcome {
    let item = item(plan, id)?;
    item.minutes_locked = locked;
    let title = item.title.clone();
    Ok(if locked { Said::MinutesLocked { title } } else { Said::MinutesUnlocked { title } })
}

/// Takes a fair share from every row that may be shorter; odd minutes from the longest.
pub(super) fn shorten(plan: &mut Plan) -> Outcome {
    let before = timetable(plan);
    let Some(end) = before.end else { return Err(NotEdited::TimesMissing) };
    let length = end - before.start.unwrap_or(0);
    // A gap before a locked start takes its time as a locked row does.
    let over = before.over.max(before.minutes.saturating_sub(length));
    let may = |item: &&mut Item| {
        let fixed = item.minutes_locked || matches!(item.kind, ItemKind::Pause | ItemKind::Notice);
        !fixed && 1 < item.minutes
    };
    let free: u32 = plan.items.iter_mut().filter(may).map(|item| item.minutes).sum();
    if 0 < over && free == 0 {
        return Err(NotEdited::AllLocked { over });
    }
    let room = free.saturating_sub(over);
    for item in plan.items.iter_mut().filter(may) {
        let share = u64::from(item.minutes) * u64::from(room) / u64::from(free.max(1));
        set_minutes(item, u32::try_from(share).unwrap_or(item.minutes).max(1));
    }
    give_back(plan, before.minutes.saturating_sub(over));
    let after = timetable(plan);
    Ok(Said::Shortened { minutes: before.minutes - after.minutes, over: after.over })
}

/// Minutes lost in the division go to the rows that have been cut, the longest first.
fn give_back(plan: &mut Plan, wanted: u32) {
    let mut left = wanted.saturating_sub(timetable(plan).minutes);
    let mut cut: Vec<&mut Item> = plan
        .items
        .iter_mut()
        .filter(|item| !item.minutes_locked && item.kind != ItemKind::Pause)
        .filter(|item| item.kind != ItemKind::Notice && 1 < item.minutes)
        .collect();
    cut.sort_by_key(|item| std::cmp::Reverse(item.minutes));
    for item in cut {
        if left == 0 {
            break;
        }
        set_minutes(item, item.minutes + 1);
        left -= 1;
    }
}

/// Even shares, and no row without a minute.
pub(super) fn share(plan: &mut Plan) -> Outcome {
    let table = timetable(plan);
    let free = table.free.ok_or(NotEdited::TimesMissing)?;
    let untimed = |item: &&mut Item| item.minutes == 0 && item.kind != ItemKind::Notice;
    let count = plan.items.iter_mut().filter(untimed).count();
    let items = u32::try_from(count).unwrap_or(u32::MAX);
    if items == 0 {
        return Err(NotEdited::NothingToShare);
    }
    let (each, odd) = (free / items, free % items);
    let mut minutes = 0;
    for (at, item) in (0..).zip(plan.items.iter_mut().filter(untimed)) {
        set_minutes(item, (each + u32::from(at < odd)).clamp(1, ITEM_MINUTES_MAX));
        minutes += item.minutes;
    }
    Ok(Said::Shared { items: count, minutes })
}

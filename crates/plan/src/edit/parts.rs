//! The steps of a row that a planner puts together.

use kernel::step::Mode;

use super::rows::{Outcome, item};
use super::{Desk, Refusal, Said};
use crate::document::{Part, Plan};
use crate::ways;

/// Minutes of a new part, before the planner says otherwise.
const MINUTES: u32 = 5;

/// The first part of a row with a way of working is added to the steps of that.
pub(super) fn add(plan: &mut Plan, id: &str, mode: Mode, desk: &Desk<'_>) -> Outcome {
    let people = plan.participants;
    let item = item(plan, id)?;
    if item.parts.is_empty()
        && let Some(way) = desk.way(&item.tool)
    {
        item.parts = ways::parts_of(way, people, item, desk.texts.words());
    }
    let part =
        Part { mode, minutes: MINUTES, says: String::new(), captures: vec![], challenge: false };
    item.parts.push(part);
    item.minutes = item.parts.iter().map(|part| part.minutes).sum::<u32>().max(item.minutes);
    Ok(Said::PartAdded { title: item.title.clone(), mode, parts: item.parts.len() })
}

pub(super) fn remove(plan: &mut Plan, id: &str, part: usize) -> Outcome {
    let item = item(plan, id)?;
    if item.parts.len() <= part {
        return Err(Refusal::PartGone);
    }
    item.parts.remove(part);
    Ok(Said::PartRemoved { title: item.title.clone(), parts: item.parts.len() })
}

pub(super) fn own(plan: &mut Plan, id: &str, desk: &Desk<'_>) -> Outcome {
    let people = plan.participants;
    let item = item(plan, id)?;
    if item.parts.is_empty() {
        let unknown = || Refusal::ToolUnknown { tool: item.tool.clone() };
        let way = desk.way(&item.tool).ok_or_else(unknown)?;
        item.parts = ways::parts_of(way, people, item, desk.texts.words());
    }
    Ok(Said::PartsOwned { title: item.title.clone(), parts: item.parts.len() })
}

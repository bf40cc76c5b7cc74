//! The steps of a row that a planner puts together. [`super::edit`] gives new ones their ids.

use kernel::step::Mode;

use super::rows::{Outcome, item};
use super::{Desk, NotEdited, Said};
use crate::document::{OwnStep, Plan};
use crate::ways;

/// Minutes of a new step, before the planner says otherwise.
const MINUTES: u32 = 5;

/// The first step of a row with a way of working is added to the steps of that.
pub(super) fn add(plan: &mut Plan, id: &str, mode: Mode, desk: &Desk<'_>) -> Outcome {
    let people = plan.participants;
    let item = item(plan, id)?;
    if item.own_steps.is_empty()
        && let Some(way) = desk.way(&item.tool)
    {
        item.own_steps = ways::steps_as_own(way, people, item, desk.texts.words());
    }
    item.own_steps.push(OwnStep::new(mode, MINUTES));
    item.minutes = item.own_steps.iter().map(|step| step.minutes).sum::<u32>().max(item.minutes);
    Ok(Said::StepAdded { title: item.title.clone(), mode, steps: item.own_steps.len() })
}

pub(super) fn remove(plan: &mut Plan, id: &str, step: &str) -> Outcome {
    let item = item(plan, id)?;
    let at = item.own_steps.iter().position(|it| it.id == step).ok_or(NotEdited::StepGone)?;
    item.own_steps.remove(at);
    Ok(Said::StepRemoved { title: item.title.clone(), steps: item.own_steps.len() })
}

pub(super) fn own(plan: &mut Plan, id: &str, desk: &Desk<'_>) -> Outcome {
    let people = plan.participants;
    let item = item(plan, id)?;
    if item.own_steps.is_empty() {
        let unknown = || NotEdited::ToolUnknown { tool: item.tool.clone() };
        let way = desk.way(&item.tool).ok_or_else(unknown)?;
        item.own_steps = ways::steps_as_own(way, people, item, desk.texts.words());
    }
    Ok(Said::StepsOwned { title: item.title.clone(), steps: item.own_steps.len() })
}

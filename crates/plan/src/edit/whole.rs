//! Preparation, questions, and the standing of the whole meeting.

use super::reading::is_prep;
use super::rows::{Outcome, at, item};
use super::{Desk, NotEdited, Said};
use crate::document::{Plan, Preparation, Standing};
use crate::questions::bank::{self, Bank};

pub(super) fn preparation<'a>(
    plan: &'a mut Plan,
    id: &str,
) -> Result<&'a mut Preparation, NotEdited> {
    plan.preparation.iter_mut().find(|task| task.id == id).ok_or(NotEdited::PreparationGone)
}

pub(super) fn add_preparation(plan: &mut Plan) -> Said {
    let id = plan.take_id('p');
    plan.preparation.push(Preparation { id: id.clone(), ..Preparation::default() });
    Said::PreparationAdded { id }
}

pub(super) fn remove_preparation(plan: &mut Plan, id: &str) -> Outcome {
    preparation(plan, id)?;
    plan.preparation.retain(|task| task.id != id);
    Ok(Said::PreparationRemoved)
}

pub(super) fn use_preparation(plan: &mut Plan, prep: &str, id: &str, used: bool) -> Outcome {
    let title = plan.items[at(plan, id)?].title.clone();
    let task = preparation(plan, prep)?;
    task.used_by.retain(|user| user != id);
    if used {
        task.used_by.push(id.to_owned());
    }
    Ok(if used { Said::PreparationUsed { title } } else { Said::PreparationUnused { title } })
}

/// Remembered by its words, so that a new wording is looked at anew.
pub(super) fn open_enough(plan: &mut Plan, id: &str, question: &str) -> Outcome {
    // A form sends line breaks in a form of its own.
    let is_it = |asked: &str| asked.split_whitespace().eq(question.split_whitespace());
    if is_prep(id) {
        let task = preparation(plan, id)?;
        if !is_it(&task.instruction) {
            return Err(NotEdited::QuestionGone);
        }
        task.open_enough.clone_from(&task.instruction);
        return Ok(Said::OpenEnough { question: task.instruction.clone() });
    }
    let item = item(plan, id)?;
    let asked = item.questions.iter().find(|asked| is_it(asked));
    let question = asked.ok_or(NotEdited::QuestionGone)?.clone();
    if !item.open_enough.contains(&question) {
        item.open_enough.push(question.clone());
    }
    Ok(Said::OpenEnough { question })
}

/// A question that stands there already is not asked twice.
pub(super) fn ask(plan: &mut Plan, id: &str, purpose: Bank, nth: usize) -> Outcome {
    let question = bank::of(plan.lang, purpose).nth(nth).ok_or(NotEdited::QuestionGone)?;
    let item = item(plan, id)?;
    if !item.questions.iter().any(|asked| asked == question) {
        item.questions.push(question.to_owned());
    }
    Ok(Said::Asked { title: item.title.clone(), question })
}

pub(super) fn to_notice(plan: &mut Plan) -> Said {
    plan.standing = Standing::Notice;
    Said::MadeNotice
}

pub(super) fn call_off(plan: &mut Plan, desk: &Desk<'_>) -> Outcome {
    plan.standing = Standing::CalledOff { why: desk.reason()? };
    Ok(Said::CalledOff)
}

/// The invitation has to be sent anew, so that everyone hears of it.
pub(super) fn take_up(plan: &mut Plan) -> Said {
    plan.standing = Standing::Draft;
    Said::TakenUp
}

//! Which fields are compared, and what they are called.

use serde::Serialize;

use super::Changes;
use crate::document::{Item, Plan, Preparation};

/// A field of the plan, of a row, or of a preparation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    Title,
    Lang,
    Purpose,
    Goals,
    Result,
    FramesDecided,
    FramesOpen,
    FramesExpected,
    StartsAt,
    EndsAt,
    Place,
    Leader,
    Kind,
    Unit,
    Participants,
    NoPreparation,
    GroupsWanted,
    RolesWanted,
    Materials,
    Spread,
    ResultChannel,
    Stage,
    Evaluate,
    Trial,
    Notes,
    Previous,
    Dismissed,
    Standing,
    Goal,
    Minutes,
    Tool,
    Presenters,
    Questions,
    Orders,
    Prepared,
    LockedStart,
    MinutesLocked,
    Audience,
    OpenEnough,
    ReturnsAt,
    Capture,
    NoCapture,
    ReporterMinutes,
    LinksPrevious,
    Commitments,
    Evaluation,
    Instruction,
    Starters,
    UsedBy,
    DueAt,
}

impl Field {
    /// Returns its key in the texts: `no-preparation`.
    #[must_use]
    pub fn key(self) -> String {
        name(&self)
    }
}

/// The name of a choice in the document; empty for none.
pub(super) fn name<T: Serialize>(choice: &T) -> String {
    match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(serde_json::Value::Object(fields)) => {
            fields.get("is").and_then(|is| is.as_str()).unwrap_or_default().to_owned()
        }
        _ => String::new(),
    }
}

pub(super) fn plan(changes: &mut Changes, before: &Plan, after: &Plan) {
    changes.text(Field::Title, &before.title, &after.title);
    changes.choice(Field::Kind, &before.kind, &after.kind);
    changes.choice(Field::Unit, &before.unit, &after.unit);
    changes.choice(Field::Lang, &before.lang, &after.lang);
    changes.choice(Field::StartsAt, &before.starts_at, &after.starts_at);
    changes.choice(Field::EndsAt, &before.ends_at, &after.ends_at);
    changes.text(Field::Place, &before.place, &after.place);
    changes.text(Field::Leader, &before.leader, &after.leader);
    changes.number(Field::Participants, before.participants, after.participants);
    changes.text(Field::Purpose, &before.purpose, &after.purpose);
    changes.lines(Field::Goals, &before.goals, &after.goals);
    changes.text(Field::Result, &before.result, &after.result);
    changes.text(Field::FramesDecided, &before.frames.decided, &after.frames.decided);
    changes.text(Field::FramesOpen, &before.frames.open, &after.frames.open);
    changes.text(Field::FramesExpected, &before.frames.expected, &after.frames.expected);
    changes.text(Field::NoPreparation, &before.no_preparation, &after.no_preparation);
    changes.lines(Field::Materials, &before.materials, &after.materials);
    changes.turned(Field::GroupsWanted, before.groups_wanted, after.groups_wanted);
    changes.turned(Field::RolesWanted, before.roles_wanted, after.roles_wanted);
    changes.text(Field::Stage, &before.stage, &after.stage);
    changes.text(Field::ResultChannel, &before.result_channel, &after.result_channel);
    changes.text(Field::Spread, &before.spread, &after.spread);
    changes.turned(Field::Trial, before.trial, after.trial);
    changes.turned(Field::Evaluate, before.evaluate, after.evaluate);
    changes.lines(Field::Notes, &before.notes, &after.notes);
    changes.lines(Field::Previous, &before.previous, &after.previous);
    let dismissed = |plan: &Plan| -> Vec<String> {
        plan.dismissed.iter().map(|it| format!("{} {}", it.rule, it.reason)).collect()
    };
    changes.lines(Field::Dismissed, &dismissed(before), &dismissed(after));
    changes.choice(Field::Standing, &before.standing, &after.standing);
}

pub(super) fn item(changes: &mut Changes, before: &Item, after: &Item) {
    changes.text(Field::Title, &before.title, &after.title);
    changes.text(Field::Goal, &before.goal, &after.goal);
    changes.number(Field::Minutes, before.minutes, after.minutes);
    changes.choice(Field::Kind, &before.kind, &after.kind);
    changes.choice(Field::Tool, &before.tool, &after.tool);
    changes.own_steps(&before.own_steps, &after.own_steps);
    changes.lines(Field::Questions, &before.questions, &after.questions);
    changes.lines(Field::Orders, &before.orders, &after.orders);
    changes.lines(Field::Presenters, &before.presenters, &after.presenters);
    changes.choice(Field::LockedStart, &before.starts_at, &after.starts_at);
    changes.turned(Field::MinutesLocked, before.minutes_locked, after.minutes_locked);
    changes.turned(Field::Prepared, before.prepared, after.prepared);
    changes.text(Field::Audience, &before.audience, &after.audience);
    changes.lines(Field::OpenEnough, &before.open_enough, &after.open_enough);
    changes.choice(Field::ReturnsAt, &before.returns_at, &after.returns_at);
    changes.text(Field::Capture, &before.capture, &after.capture);
    changes.text(Field::NoCapture, &before.no_capture, &after.no_capture);
    changes.number(Field::ReporterMinutes, before.reporter_minutes, after.reporter_minutes);
    changes.turned(Field::LinksPrevious, before.links_previous, after.links_previous);
    changes.turned(Field::Commitments, before.commitments, after.commitments);
    changes.turned(Field::Evaluation, before.evaluation, after.evaluation);
}

pub(super) fn preparation(changes: &mut Changes, before: &Preparation, after: &Preparation) {
    changes.text(Field::Instruction, &before.instruction, &after.instruction);
    changes.number(Field::Minutes, before.minutes, after.minutes);
    changes.lines(Field::Starters, &before.starters, &after.starters);
    changes.choice(Field::DueAt, &before.due_at, &after.due_at);
    changes.lines(Field::UsedBy, &before.used_by, &after.used_by);
    changes.turned(
        Field::OpenEnough,
        !before.open_enough.is_empty(),
        !after.open_enough.is_empty(),
    );
}

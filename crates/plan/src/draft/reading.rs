//! A file from outside as a plan, and as what is known around it.
//!
//! What a plan has no words for is [`Told`] beside it, so that nothing unknown becomes known.

use kernel::ids::PlanVersion;
use kernel::local::When;
use kernel::step::{Capture, Mode};

use super::{Draft, DraftItem, DraftItemKind, DraftKind, DraftMode, DraftStep, DraftUnit, Prep};
use crate::document::{self, MeetingKind, OwnStep, Plan, Preparation, Standing};
use crate::lint::Thresholds;
use crate::lint::around::{Around, Awaited};
use crate::lint::told::{Told, ToldRow, ToldStep, ToldTask};

/// The name of the one who leads, where a file only says who it is that presents.
const LEADER: &str = "møteleder";

impl Draft {
    /// Returns the plan, and what is known around it, weighed by these numbers.
    #[must_use]
    pub fn read(&self, thresholds: &Thresholds) -> (Plan, Around) {
        let mut plan = self.plan();
        let mut told = Told { days_left: self.days_left, ..Told::default() };
        for (at, item) in self.items.iter().enumerate() {
            let id = format!("i{}", at + 1);
            plan.items.push(row(item, &id));
            told.rows.insert(id, told_row(item));
        }
        for (at, task) in self.prep.iter().enumerate() {
            let id = format!("p{}", at + 1);
            plan.preparation.push(preparation(task, &id));
            let (due_hours_before, workdays) = (task.due_hours_before, task.window_workdays);
            told.tasks.insert(id, ToldTask { due_hours_before, workdays });
        }
        (plan, self.around(thresholds, told))
    }

    fn plan(&self) -> Plan {
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let when = |it: Option<When>| it.map_or(String::new(), |it| it.to_string());
        Plan {
            title: said(&self.title),
            purpose: said(&self.purpose),
            goals: self.goals.clone(),
            result: said(&self.intended_result),
            frames: document::Frames {
                decided: said(&self.frames.decided),
                open: said(&self.frames.open),
                expected: said(&self.frames.expected),
            },
            starts_at: when(self.start),
            ends_at: when(self.end),
            place: said(&self.place),
            leader: LEADER.to_owned(),
            kind: match self.kind {
                Some(DraftKind::Development) | None => MeetingKind::Development,
                Some(DraftKind::Mixed) => MeetingKind::Mixed,
                Some(DraftKind::Administration) => MeetingKind::Administration,
            },
            unit: self.unit.map(unit),
            participants: self.participants.unwrap_or_default(),
            no_preparation: said(&self.no_prep_reason),
            materials: self.materials.clone(),
            spread: said(&self.spread),
            result_channel: said(&self.result_channel),
            stage: said(&self.stage),
            // Only a plain no is one.
            evaluate: self.auto_eval != Some(false),
            trial: self.trial_planned,
            notes: self.notes.clone(),
            dismissed: self.dismissed.iter().map(dismissed).collect(),
            standing: self.sent.map_or(Standing::Draft, |on| Standing::Sent {
                on: on.to_string(),
                in_spite_of: String::new(),
                version: PlanVersion(0),
            }),
            previous: self.previous.clone(),
            ..Plan::default()
        }
    }

    fn around(&self, thresholds: &Thresholds, told: Told) -> Around {
        let mut thresholds = thresholds.clone();
        if let Some(days) = self.lead_days {
            thresholds.lead_days_min = days;
            thresholds.lead_days_min_network = days;
        }
        Around {
            today: self.today,
            thresholds,
            expected: None,
            groups: self.groups.clone(),
            roles: self.roles.iter().copied().collect(),
            earlier_is_over: self.prev_closed,
            awaited: Awaited {
                preparation_minutes: self.prep_budget,
                no_planning_time: self.no_planning_time,
                left_out: self.left_out.clone(),
                absent_staff: self.absent_staff,
                leader_chairs_group: self.leader_chairs_group,
                idle_people: self.idle_participants,
                leader_in_a_row: self.leader_in_a_row,
                eligible_leaders: self.eligible_leaders,
                tool_in_a_row: self.tool_in_a_row,
                next_meeting: self.next_meeting,
                days_since_last: self.days_since_last,
                year_slot: self.year_slot.clone().unwrap_or_default(),
                focus_area: self.focus_area.clone().unwrap_or_default(),
            },
            told,
        }
    }
}

fn unit(unit: DraftUnit) -> document::Unit {
    match unit {
        DraftUnit::School => document::Unit::School,
        DraftUnit::Kindergarten => document::Unit::Kindergarten,
        DraftUnit::AfterSchool => document::Unit::AfterSchool,
        DraftUnit::Network => document::Unit::Network,
    }
}

fn dismissed(it: &super::DraftDismissed) -> document::Dismissed {
    document::Dismissed { rule: it.rule.clone(), reason: it.reason.clone() }
}

fn row(item: &DraftItem, id: &str) -> document::Item {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let leader = item.presenter_is_leader.then(|| LEADER.to_owned());
    let settled = item.questions.iter().filter(|it| it.open_enough);
    document::Item {
        id: id.to_owned(),
        title: item.title.clone(),
        goal: said(&item.goal),
        minutes: item.minutes.unwrap_or_default(),
        kind: match item.kind {
            DraftItemKind::Development => document::ItemKind::Development,
            DraftItemKind::Administration => document::ItemKind::Administration,
            DraftItemKind::Notice => document::ItemKind::Notice,
            DraftItemKind::Pause => document::ItemKind::Pause,
        },
        own_steps: item.steps.iter().map(own_step).collect(),
        tool: said(&item.tool),
        presenters: leader.into_iter().collect(),
        questions: item.questions.iter().map(|it| it.text.clone()).collect(),
        open_enough: settled.map(|it| it.text.clone()).collect(),
        prepared: item.uses_prep,
        capture: said(&item.capture),
        no_capture: said(&item.no_capture_reason),
        commitments: item.commitments,
        evaluation: item.evaluation,
        links_previous: item.links_prev,
        audience: if item.audience_subset { "noen".to_owned() } else { String::new() },
        reporter_minutes: item.reporter_min.unwrap_or_default(),
        minutes_locked: item.locked,
        ..document::Item::default()
    }
}

fn own_step(step: &DraftStep) -> OwnStep {
    OwnStep {
        // That something is collected is all that a file says; what it becomes is said of the row.
        captures: step.capture.iter().map(|_| Capture::TableText).collect(),
        challenge: step.challenge,
        ..OwnStep::new(work(step.mode), step.minutes.unwrap_or_default())
    }
}

const fn work(mode: DraftMode) -> Mode {
    match mode {
        DraftMode::Input => Mode::Input,
        DraftMode::Alone => Mode::Alone,
        DraftMode::Pair => Mode::Pair,
        DraftMode::Trio => Mode::Trio,
        DraftMode::Group => Mode::Group,
        DraftMode::PlenaryDialogue | DraftMode::PlenarySharing => Mode::Plenary,
        DraftMode::Break => Mode::Break,
    }
}

fn told_row(item: &DraftItem) -> ToldRow {
    let step = |mode: DraftMode, comment_free: Option<bool>| ToldStep {
        tables_are_heard: mode == DraftMode::PlenarySharing,
        without_comments: comment_free == Some(true),
    };
    ToldRow {
        minutes: item.minutes,
        whole: item.mode.map(|mode| (work(mode), step(mode, None))),
        steps: item.steps.iter().map(|it| step(it.mode, it.comment_free)).collect(),
        way_minutes: item.tool_minutes,
        way_people: item.tool_people,
        way_groups: item.tool_sizes,
        is_unfit: item.tool_mismatch,
        plenary_minutes: item.plenary_min,
        closes: item.closing,
        carries: item.carry,
        uses_carried: item.uses_carry,
        has_orders: item.listening_order,
        is_taken_up_again: item.returned,
    }
}

fn preparation(task: &Prep, id: &str) -> Preparation {
    let settled = task.open_enough.then(|| task.text.clone());
    Preparation {
        id: id.to_owned(),
        instruction: task.text.clone(),
        minutes: task.estimate.unwrap_or_default(),
        open_enough: settled.unwrap_or_default(),
        ..Preparation::default()
    }
}

//! A plan as the rules read it. What is not said stays unknown.

use kernel::role::Role;
use kernel::step::{Capture, Mode as Work, Source, Step, TurnOrder};

use crate::document::{Item, ItemKind, MeetingKind, Part, Plan, Preparation, Standing, Unit};
use crate::edit::Desk;
use crate::lint::draft::{self, Draft, Mode, Names, Prep, Question};
use crate::ways;
use kernel::local::{Day, When};

/// Returns the plan as a draft for the rules.
#[must_use]
pub fn draft(plan: &Plan, desk: &Desk<'_>) -> Draft {
    let around = desk.around;
    let start: Option<When> = plan.starts_at.parse().ok();
    let sent = match &plan.standing {
        Standing::Sent { on, .. } => on.parse().ok(),
        Standing::Draft | Standing::CalledOff { .. } | Standing::Notice => None,
    };
    Draft {
        kind: Some(match plan.kind {
            MeetingKind::Development => draft::Kind::Utvikling,
            MeetingKind::Mixed => draft::Kind::Blandet,
            MeetingKind::Administration => draft::Kind::Drift,
        }),
        unit: plan.unit.map(|unit| match unit {
            Unit::School => draft::Unit::Skole,
            Unit::Kindergarten => draft::Unit::Barnehage,
            Unit::AfterSchool => draft::Unit::Sfo,
            Unit::Network => draft::Unit::Nettverk,
        }),
        title: said(&plan.title),
        purpose: said(&plan.purpose),
        notes: plan.notes.clone(),
        goals: plan.goals.iter().filter(|it| !it.trim().is_empty()).cloned().collect(),
        intended_result: said(&plan.result),
        frames: draft::Frames {
            decided: said(&plan.frames.decided),
            open: said(&plan.frames.open),
            expected: said(&plan.frames.expected),
        },
        start,
        end: plan.ends_at.parse().ok(),
        place: said(&plan.place),
        sent,
        today: desk.today,
        lead_days: around.lead_days,
        participants: number(plan.participants),
        left_out: around.left_out.clone(),
        absent_staff: around.absent_staff,
        items: plan.items.iter().enumerate().map(|(at, _)| item(plan, at, desk)).collect(),
        prep: plan.preparation.iter().map(|task| prep(task, start, sent.or(desk.today))).collect(),
        no_prep_reason: said(&plan.no_preparation),
        prep_budget: around.prep_budget,
        no_planning_time: around.no_planning_time,
        materials: plan.materials.iter().filter(|it| !it.trim().is_empty()).cloned().collect(),
        groups: groups(plan, desk),
        roles: roles(plan, desk),
        leader_in_a_row: around.leader_in_a_row,
        eligible_leaders: around.eligible_leaders,
        tool_in_a_row: around.tool_in_a_row,
        prev_closed: around.prev_closed,
        previous: plan.previous.iter().filter(|it| !it.trim().is_empty()).cloned().collect(),
        next_meeting: around.next_meeting,
        trial_planned: plan.trial,
        days_since_last: around.days_since_last,
        spread: said(&plan.spread),
        result_channel: said(&plan.result_channel),
        auto_eval: Some(plan.evaluate),
        year_slot: around.year_slot.clone(),
        focus_area: around.focus_area.clone(),
        stage: said(&plan.stage),
        ..Draft::default()
    }
}

fn said(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

fn number(number: u32) -> Option<u32> {
    (number != 0).then_some(number)
}

/// Those that are set, or those that are wanted, as they will be set: fives and fours.
fn groups(plan: &Plan, desk: &Desk<'_>) -> Vec<u32> {
    if !desk.around.groups.is_empty() || !plan.groups_wanted {
        return desk.around.groups.clone();
    }
    let people = if plan.participants == 0 { ways::PEOPLE_USUAL } else { plan.participants };
    let groups = people.div_ceil(5);
    (0..groups).map(|at| people / groups + u32::from(at < people % groups)).collect()
}

/// When the roles are to be drawn, all four will be.
fn roles(plan: &Plan, desk: &Desk<'_>) -> Vec<Role> {
    if !plan.roles_wanted {
        return desk.around.roles.clone();
    }
    Role::ALL.to_vec()
}

fn item(plan: &Plan, at: usize, desk: &Desk<'_>) -> draft::Item {
    let row = &plan.items[at];
    let way = desk.way(&row.tool);
    let steps = ways::steps_of_row(row, plan.participants, desk.ways);
    let takes = |capture: &Capture| steps.iter().any(|step| step.captures.contains(capture));
    let is_notice = row.kind == ItemKind::Notice;
    let used_by = |task: &Preparation| task.used_by.contains(&row.id);
    let returned_to = |it: &Item| !row.id.is_empty() && it.returns_at == row.id;
    let later = |id: &str| plan.items[at + 1..].iter().any(|it| it.id == id);
    draft::Item {
        id: Some(row.id.clone()),
        title: row.title.clone(),
        goal: said(&row.goal),
        // Something to read takes no time in the meeting.
        minutes: if is_notice { Some(0) } else { number(row.minutes) },
        mode: is_notice.then_some(Mode::Input),
        kind: kind(row.kind),
        steps: if is_notice { vec![] } else { draft_steps(&steps, &row.parts) },
        tool: said(&row.tool),
        tool_minutes: way
            .filter(|_| row.parts.is_empty() && !is_notice)
            .map(|way| ways::usual_minutes(way, plan.participants, row)),
        tool_people: way.map(|way| way.people),
        presenter: (!row.presenters.is_empty()).then(|| Names::Several(row.presenters.clone())),
        presenter_is_leader: row.presenters.iter().any(|it| is_leader(it, &plan.leader)),
        questions: row.questions.iter().map(|text| question(text, row)).collect(),
        uses_prep: row.prepared || plan.preparation.iter().any(used_by),
        carry: !row.parts.is_empty() && takes(&Capture::Carry),
        uses_carry: plan.items[..at].iter().any(returned_to),
        listening_order: !row.orders.is_empty(),
        // A way of working that gives the orders takes them up again itself.
        returned: later(&row.returns_at)
            || steps.iter().any(|step| step.shows.contains(&Source::ListeningOrder)),
        capture: said(&row.capture),
        no_capture_reason: said(&row.no_capture),
        closing: row.commitments || row.tool == ways::CLOSING,
        commitments: row.commitments || takes(&Capture::Commitments),
        evaluation: row.evaluation,
        links_prev: row.links_previous,
        audience_subset: !row.audience.trim().is_empty(),
        reporter_min: number(row.reporter_minutes),
        locked: row.minutes_locked,
        ..draft::Item::default()
    }
}

/// Whether a presenter, written as «Kari Nes, rektor», is who leads the meeting.
pub(super) fn is_leader(presenter: &str, leader: &str) -> bool {
    let name = presenter.split(',').next().unwrap_or_default().trim();
    !name.is_empty() && name == leader.trim()
}

fn question(text: &str, row: &Item) -> Question {
    let open_enough = row.open_enough.iter().any(|it| it == text);
    Question { text: text.to_owned(), open_enough }
}

pub(super) const fn kind(kind: ItemKind) -> draft::ItemKind {
    match kind {
        ItemKind::Development => draft::ItemKind::Utvikling,
        ItemKind::Administration => draft::ItemKind::Forvaltning,
        ItemKind::Notice => draft::ItemKind::Orientering,
        ItemKind::Pause => draft::ItemKind::Pause,
    }
}

fn draft_steps(steps: &[Step], parts: &[Part]) -> Vec<draft::Step> {
    let minutes = ways::whole_minutes(steps);
    let step = |(at, (step, minutes)): (usize, (&Step, u32))| {
        let in_turn = step.turns.is_some_and(|turns| turns.order == TurnOrder::Members);
        draft::Step {
            from: Some(at),
            mode: mode(step),
            minutes: Some(minutes),
            capture: step.captures.iter().find_map(kept).map(str::to_owned),
            comment_free: (in_turn && step.mode == Work::Group).then_some(true),
            challenge: parts.get(at).is_some_and(|part| part.challenge),
        }
    };
    steps.iter().zip(minutes).enumerate().map(step).collect()
}

fn mode(step: &Step) -> Mode {
    match step.mode {
        Work::Alone => Mode::Alone,
        Work::Pair => Mode::Pair,
        Work::Trio => Mode::Trio,
        Work::Group => Mode::Group,
        Work::Plenary if is_sharing(step) => Mode::PlenarySharing,
        Work::Plenary => Mode::PlenaryDialogue,
        Work::Input => Mode::Input,
        Work::Break => Mode::Break,
    }
}

/// One table after another is heard.
pub(crate) fn is_sharing(step: &Step) -> bool {
    step.mode == Work::Plenary && step.turns.is_some_and(|turns| turns.order == TurnOrder::Tables)
}

/// What is left when the step is over, for more than the one who wrote it.
fn kept(capture: &Capture) -> Option<&'static str> {
    match capture {
        Capture::Points { .. } | Capture::Found(_) => Some("points"),
        Capture::TableText => Some("text"),
        Capture::Carry => Some("carry"),
        Capture::Commitments => Some("commitment"),
        Capture::Notes(_) | Capture::Pick { .. } | Capture::Choice => None,
    }
}

fn prep(task: &Preparation, start: Option<When>, from: Option<Day>) -> Prep {
    let due: Option<When> = task.due_at.parse().ok();
    let minutes = due.zip(start).and_then(|(due, start)| {
        // Without a day on both there is nothing to count.
        let (_, _) = due.day.zip(start.day)?;
        due.minutes_until(start)
    });
    let window = due.and_then(|due| due.day).zip(from);
    Prep {
        id: Some(task.id.clone()),
        text: task.instruction.clone(),
        estimate: number(task.minutes),
        due_hours_before: minutes.map(|it| u32::try_from(it / 60).unwrap_or(0)),
        window_workdays: window.map(|(due, from)| workdays(from, due)),
        open_enough: !task.instruction.is_empty() && task.open_enough == task.instruction,
    }
}

/// Working days after one day, up to and with another.
fn workdays(from: Day, to: Day) -> u32 {
    let days = from.days_until(to).clamp(0, 366);
    let is_work = |days: &i64| {
        let weekday = from.plus_days(*days).0.weekday();
        !matches!(weekday, jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday)
    };
    u32::try_from((1..=days).filter(is_work).count()).unwrap_or(u32::MAX)
}

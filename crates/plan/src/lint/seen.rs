//! A plan with the sums and readings that more than one rule needs, worked out once.

use std::borrow::Cow;

use kernel::role::Role;
use kernel::step::Mode;
use kernel::tool::Tool;

use self::asked::{Asked, asked_in};
use self::row::{Row, Task};
use super::around::Around;
use super::{Thresholds, cues, offered};
use crate::document::{ItemKind, Plan, Standing, Unit};
use crate::ways;
use kernel::local::{Day, When};

pub(super) mod asked;
pub(super) mod row;

pub(super) struct Seen<'a> {
    pub plan: &'a Plan,
    pub around: &'a Around,
    /// The organisation's own numbers.
    pub limits: &'a Thresholds,
    pub ways: &'a [&'a Tool],
    /// In the order of the program; each stands where its item does in the plan.
    pub rows: Vec<Row<'a>>,
    /// In the order of the plan's preparation.
    pub tasks: Vec<Task<'a>>,
    /// Everything the participants are asked, preparation first, as they meet it.
    pub asked: Vec<Asked<'a>>,
    /// How many are expected: the planner's number, or those on the list.
    pub people: Option<u32>,
    /// The sizes of groups that are set, or of those that are wanted, as they will be set.
    pub groups: Cow<'a, [u32]>,
    pub start: Option<When>,
    /// All minutes, breaks too; nothing unless every item has its minutes.
    pub total: Option<u32>,
    /// Minutes without breaks.
    pub net: Option<u32>,
    pub length: Option<i64>,
    /// Nothing unless every item has steps, or a mode, with minutes.
    pub activity: Option<Activity>,
}

/// How the minutes are spent.
pub(super) struct Activity {
    pub active_percent: u32,
    pub one_way: u32,
    pub longest_one_way: u32,
    /// The item in which the longest one-way run ends.
    pub longest_at: usize,
}

impl<'a> Seen<'a> {
    pub fn of(plan: &'a Plan, around: &'a Around, ways: &'a [&'a Tool]) -> Seen<'a> {
        let start: Option<When> = plan.starts_at.parse().ok();
        let from = sent(plan).or(around.today);
        let rows: Vec<Row<'a>> =
            (0..plan.items.len()).map(|at| Row::of(plan, at, around, ways)).collect();
        let tasks = plan.preparation.iter().map(|it| Task::of(it, start, from, around)).collect();
        let asked = asked_in(&rows, plan);
        let people = number(plan.participants).or(around.expected.and_then(number));
        let groups = groups(plan, people, around);
        let total = rows.iter().map(|it| it.minutes).sum::<Option<u32>>();
        let total = total.filter(|_| !rows.is_empty());
        let breaks = rows.iter().filter(|it| it.item.kind == ItemKind::Pause);
        let off: u32 = breaks.filter_map(|it| it.minutes).sum();
        let end: Option<When> = plan.ends_at.parse().ok();
        let mut seen = Seen {
            plan,
            around,
            limits: &around.thresholds,
            ways,
            rows,
            tasks,
            asked,
            people,
            groups,
            start,
            total,
            net: total.map(|total| total - off),
            length: start.zip(end).and_then(|(start, end)| start.minutes_until(end)),
            activity: None,
        };
        seen.activity = seen.measured();
        seen
    }

    /// Rows that are not breaks.
    pub fn real(&self) -> impl Iterator<Item = (usize, &Row<'a>)> {
        self.rows.iter().enumerate().filter(|(_, it)| it.item.kind != ItemKind::Pause)
    }

    /// The rows the rules are about.
    pub fn development(&self) -> impl Iterator<Item = (usize, &Row<'a>)> {
        self.rows.iter().enumerate().filter(|(_, it)| it.item.kind == ItemKind::Development)
    }

    /// Days of notice, given or counted from the day it was sent or is read.
    pub fn days_left(&self) -> Option<i64> {
        let start = self.start.and_then(|it| it.day);
        let from = sent(self.plan).or(self.around.today);
        self.around.told.days_left.or_else(|| Some(from?.days_until(start?)))
    }

    /// The notice that is agreed on, in days.
    pub fn lead_days(&self) -> i64 {
        match self.plan.unit {
            Some(Unit::Network) => self.limits.lead_days_min_network,
            Some(Unit::School | Unit::Kindergarten | Unit::AfterSchool) | None => {
                self.limits.lead_days_min
            }
        }
    }

    /// Whether a role is filled. When they are to be drawn, all will be.
    pub fn is_filled(&self, role: Role) -> bool {
        self.plan.roles_wanted || self.around.roles.contains(&role)
    }

    pub fn prep_is_used(&self) -> bool {
        self.rows.iter().any(|it| it.uses_prep)
    }

    pub fn says_nothing_of_prep(&self) -> bool {
        self.tasks.is_empty() && !is_written(&self.plan.no_preparation)
    }

    /// Whether participants work somewhere, as far as minutes and steps say.
    pub fn is_passive(&self) -> bool {
        if let Some(activity) = &self.activity {
            return activity.active_percent < self.limits.active_percent_min;
        }
        let mut development = self.development().peekable();
        development.peek().is_some()
            && !development.any(|(_, it)| it.has_unknown_steps() || it.has_own_work())
    }

    /// The way of working that a row is planned with, where the catalogue knows it.
    pub fn way(&self, row: usize) -> Option<&'a Tool> {
        self.ways.iter().copied().find(|way| way.name == self.rows[row].item.tool)
    }

    fn measured(&self) -> Option<Activity> {
        let net = self.net.filter(|it| *it > 0)?;
        self.development().next()?;
        let timed = |(_, row): (usize, &Row<'_>)| {
            !row.stretches.is_empty() && row.stretches.iter().all(|it| it.minutes.is_some())
        };
        if !self.real().all(timed) {
            return None;
        }
        let (mut halves, mut one_way, mut run) = (0, 0, 0);
        let (mut longest_one_way, mut longest_at) = (0, 0);
        for (at, row) in self.real() {
            for stretch in &row.stretches {
                let minutes = stretch.minutes.unwrap_or(0);
                halves += minutes * stretch.active_halves();
                match stretch.mode {
                    Mode::Input => {
                        one_way += minutes;
                        run += minutes;
                    }
                    Mode::Break => (),
                    Mode::Alone | Mode::Pair | Mode::Trio | Mode::Group | Mode::Plenary => run = 0,
                }
                if run > longest_one_way {
                    (longest_one_way, longest_at) = (run, at);
                }
            }
        }
        let active_percent = halves * 50 / net;
        Some(Activity { active_percent, one_way, longest_one_way, longest_at })
    }
}

/// The day the invitation went out.
fn sent(plan: &Plan) -> Option<Day> {
    match &plan.standing {
        Standing::Sent { on, .. } => on.parse().ok(),
        Standing::Draft | Standing::CalledOff { .. } | Standing::Notice => None,
    }
}

/// Fives and fours, as few groups as that allows; threes where it cannot be helped.
fn groups<'a>(plan: &Plan, people: Option<u32>, around: &'a Around) -> Cow<'a, [u32]> {
    if !around.groups.is_empty() || !plan.groups_wanted {
        return Cow::Borrowed(&around.groups);
    }
    let people = people.unwrap_or(ways::PEOPLE_USUAL);
    let groups = people.div_ceil(5);
    Cow::Owned((0..groups).map(|at| people / groups + u32::from(at < people % groups)).collect())
}

/// A number that is 0 is not said.
pub(super) fn number(number: u32) -> Option<u32> {
    (number != 0).then_some(number)
}

pub(super) fn is_written(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The lines that say something.
pub(super) fn written(lines: &[String]) -> impl Iterator<Item = &str> {
    lines.iter().map(String::as_str).filter(|it| is_written(it))
}

/// Whether a frame says something: more than the beginning that a remedy writes.
pub(super) fn is_framed(text: &str) -> bool {
    let said = offered::without_dots(text);
    !said.is_empty() && !offered::is_opening_of_frame(said)
}

/// A row that everyone hears, and that gives them nothing to do but listen.
pub(super) fn informs(row: &Row<'_>) -> bool {
    let item = row.item;
    let heard = matches!(item.kind, ItemKind::Development | ItemKind::Administration);
    let busy = !item.questions.is_empty() || item.evaluation || row.closes || row.commits;
    let only_input = row.stretches.iter().all(|it| it.mode == Mode::Input);
    let told = item.kind == ItemKind::Administration && !row.stretches.is_empty();
    heard
        && !busy
        && !is_written(&item.audience)
        && only_input
        && (told || cues::any(&item.title, cues::INFORMATION))
}

//! A row of the program and a preparation, with what the catalogue and the dates say of them.

use kernel::step::{Capture, Mode, Source};
use kernel::tool::Tool;

use super::{is_written, number};
use crate::document::{Item, ItemKind, Plan, Preparation};
use crate::edit::mend::is_leader;
use crate::lint::around::Around;
use crate::lint::told::{ToldRow, ToldStep, ToldTask};
use crate::stretch::{self, Stretch};
use crate::ways;
use kernel::local::{Day, When};

#[expect(clippy::struct_excessive_bools, reason = "each is asked for by a rule of its own")]
pub(in crate::lint) struct Row<'a> {
    pub item: &'a Item,
    /// None while nobody has said. Something to read takes none of the meeting's.
    pub minutes: Option<u32>,
    /// Of its steps, or of the whole row where only its mode is known.
    pub stretches: Vec<Stretch>,
    /// It has steps, and not only a mode.
    pub has_steps: bool,
    /// What its way of working takes.
    pub way_minutes: Option<u32>,
    /// The least and most people its way of working suits, and the smallest and largest group.
    pub way_people: Option<(u32, u32)>,
    pub way_groups: Option<(u32, u32)>,
    pub is_unfit: bool,
    pub plenary_minutes: Option<u32>,
    pub leader_presents: bool,
    pub uses_prep: bool,
    /// Something is carried on from here.
    pub carries: bool,
    pub uses_carried: bool,
    /// People listen for something here.
    pub has_orders: bool,
    /// What is listened for is taken up again later.
    pub is_taken_up_again: bool,
    /// It ends the meeting: *who* and *when* belong here.
    pub closes: bool,
    /// Who does what and when is written down here.
    pub commits: bool,
}

impl<'a> Row<'a> {
    pub(super) fn of(plan: &'a Plan, at: usize, around: &Around, ways: &[&Tool]) -> Row<'a> {
        let item = &plan.items[at];
        let told = around.told.rows.get(&item.id);
        let way = ways.iter().copied().find(|way| way.name == item.tool);
        let is_notice = item.kind == ItemKind::Notice;
        // Something to read is not worked with, whatever stands on the row.
        let laid_out = way.filter(|_| item.own_steps.is_empty() && !is_notice);
        let steps =
            laid_out.map_or(vec![], |way| ways::steps_of_row(item, plan.participants, &[way]));
        let mut stretches = if laid_out.is_some() {
            stretch::of_steps(&steps)
        } else if is_notice && told.is_none() {
            vec![]
        } else {
            stretch::of_own_steps(&item.own_steps)
        };
        let has_steps = !stretches.is_empty();
        if !has_steps && is_notice && told.is_none() {
            stretches.push(Stretch::of(Mode::Input, Some(0)));
        }
        let captures = || {
            let own = item.own_steps.iter().flat_map(|it| &it.captures);
            own.chain(steps.iter().flat_map(|it| &it.captures))
        };
        let takes = |wanted: &Capture| captures().any(|it| it == wanted);
        let used_by = |task: &Preparation| task.used_by.contains(&item.id);
        let returned_to = |it: &Item| !item.id.is_empty() && it.returns_at == item.id;
        let is_later = |id: &str| plan.items[at + 1..].iter().any(|it| it.id == id);
        let mut row = Row {
            item,
            minutes: if is_notice { Some(0) } else { number(item.minutes) },
            stretches,
            has_steps,
            way_minutes: laid_out.map(|way| ways::usual_minutes(way, plan.participants, item)),
            way_people: way.map(|way| way.people),
            way_groups: None,
            is_unfit: false,
            plenary_minutes: None,
            leader_presents: item.presenters.iter().any(|it| is_leader(it, &plan.leader)),
            uses_prep: item.prepared || plan.preparation.iter().any(used_by),
            carries: !item.own_steps.is_empty() && takes(&Capture::Carry),
            uses_carried: plan.items[..at].iter().any(returned_to),
            has_orders: !item.orders.is_empty(),
            // A way of working that gives the orders takes them up again itself.
            is_taken_up_again: is_later(&item.returns_at)
                || steps.iter().any(|step| step.shows.contains(&Source::ListeningOrder)),
            closes: item.commitments || item.tool == ways::CLOSING,
            commits: item.commitments || takes(&Capture::Commitments),
        };
        if let Some(told) = told {
            row.hear(told);
        }
        row
    }

    /// Takes in what a file from outside says of the row.
    fn hear(&mut self, told: &ToldRow) {
        if self.item.minutes_in_meeting() == 0 {
            self.minutes = told.minutes;
        }
        for (stretch, step) in self.stretches.iter_mut().zip(&told.steps) {
            stretch.tables_are_heard = step.tables_are_heard;
            stretch.without_comments = step.without_comments;
        }
        if !self.has_steps {
            let collects = is_written(&self.item.capture);
            let whole = |(mode, step): (Mode, ToldStep)| Stretch {
                collects,
                tables_are_heard: step.tables_are_heard,
                ..Stretch::of(mode, self.minutes)
            };
            self.stretches = told.whole.map(whole).into_iter().collect();
        }
        self.way_minutes = told.way_minutes;
        self.way_people = told.way_people;
        self.way_groups = told.way_groups;
        self.is_unfit = told.is_unfit;
        self.plenary_minutes = told.plenary_minutes;
        self.carries |= told.carries;
        self.uses_carried |= told.uses_carried;
        self.has_orders |= told.has_orders;
        self.is_taken_up_again |= told.is_taken_up_again;
        // A file's «closing» is a name of its own, and not our way of working.
        self.closes = told.closes;
    }

    pub fn uses_mode(&self, fits: impl Fn(Mode) -> bool) -> bool {
        self.stretches.iter().any(|it| fits(it.mode))
    }

    /// Whether everyone does something of their own here.
    pub fn has_own_work(&self) -> bool {
        self.stretches.iter().any(|it| it.active_halves() == 2)
    }

    /// A way of working is chosen, and nothing is said of its steps: it may well be people's own
    /// work.
    pub fn has_unknown_steps(&self) -> bool {
        !self.item.tool.is_empty() && self.stretches.is_empty()
    }
}

pub(in crate::lint) struct Task<'a> {
    pub preparation: &'a Preparation,
    pub minutes: Option<u32>,
    pub due_hours_before: Option<u32>,
    /// Working days from the invitation to the day it is due.
    pub workdays: Option<u32>,
}

impl<'a> Task<'a> {
    pub(super) fn of(
        task: &'a Preparation,
        start: Option<When>,
        from: Option<Day>,
        around: &Around,
    ) -> Task<'a> {
        let minutes = number(task.minutes);
        let due: Option<When> = task.due_at.parse().ok();
        let Some(due) = due else {
            let told = around.told.tasks.get(&task.id).copied();
            let ToldTask { due_hours_before, workdays } = told.unwrap_or_default();
            return Task { preparation: task, minutes, due_hours_before, workdays };
        };
        let before = start.and_then(|start| {
            // Without a day on both there is nothing to count.
            let (_, _) = due.day.zip(start.day)?;
            due.minutes_until(start)
        });
        let window = due.day.zip(from);
        Task {
            preparation: task,
            minutes,
            due_hours_before: before.map(|it| u32::try_from(it / 60).unwrap_or(0)),
            workdays: window.map(|(due, from)| workdays(from, due)),
        }
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

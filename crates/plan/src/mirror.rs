//! The two logics as a mirror (method 2.6): five sliders that show how a plan leans.
//!
//! Neither end is better: «Begge logikker trengs.» There is no sum and no mark, and a slider that
//! the plan says nothing of has no value.

use kernel::step::Mode;
use kernel::tool::Tool;

use crate::document::{Item, ItemKind, Plan};
use crate::stretch::stretches;

/// From the logic of the line, 0, to the logic of the network, 100.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slider {
    /// Its key in the texts.
    pub name: &'static str,
    /// None when the plan does not say.
    pub value: Option<u32>,
}

/// Returns the five sliders, in the order of the deck.
#[must_use]
pub fn mirror(plan: &Plan, ways: &[&Tool]) -> Vec<Slider> {
    let is_real = |item: &&Item| !matches!(item.kind, ItemKind::Pause | ItemKind::Notice);
    let rows: Vec<&Item> = plan.items.iter().filter(is_real).collect();
    let worked: Vec<(Mode, u32)> = rows
        .iter()
        .flat_map(|item| stretches(item, plan.participants, ways))
        .map(|stretch| (stretch.mode, stretch.minutes.unwrap_or_default()))
        .collect();
    vec![
        Slider { name: "structure", value: structure(&worked) },
        Slider { name: "agenda", value: agenda(&rows) },
        Slider { name: "flow", value: flow(&worked) },
        Slider { name: "responsibility", value: responsibility(plan, &rows) },
        Slider { name: "learning", value: learning(plan, &rows, &worked) },
    ]
}

fn percent(part: usize, rest: usize) -> Option<u32> {
    let whole = part + rest;
    (whole != 0).then(|| u32::try_from(part * 100 / whole).unwrap_or(100))
}

/// Fixed or changing: in how many ways people are together.
fn structure(worked: &[(Mode, u32)]) -> Option<u32> {
    let mut modes: Vec<Mode> = worked.iter().map(|(mode, _)| *mode).collect();
    modes.sort_unstable();
    modes.dedup();
    let more = u32::try_from(modes.len()).unwrap_or(5).checked_sub(1)?;
    Some((more * 25).min(100))
}

/// Clear or open: rows whose goal is set beforehand, or that leave it to those who come.
fn agenda(rows: &[&Item]) -> Option<u32> {
    let set = rows.iter().filter(|row| !row.goal.trim().is_empty()).count();
    percent(rows.len() - set, set)
}

/// One way or shared: minutes in which somebody presents, and those in which people talk.
fn flow(worked: &[(Mode, u32)]) -> Option<u32> {
    let minutes = |is_input: bool| {
        let of = worked.iter().filter(|(mode, _)| (*mode == Mode::Input) == is_input);
        of.map(|(_, minutes)| *minutes as usize).sum()
    };
    percent(minutes(false), minutes(true))
}

/// Someone else's or everyone's: what the plan lays in the hands of those who come.
fn responsibility(plan: &Plan, rows: &[&Item]) -> Option<u32> {
    if rows.is_empty() {
        return None;
    }
    let leader = plan.leader.trim();
    let others = rows.iter().flat_map(|row| &row.presenters).any(|name| {
        !name.trim().is_empty() && name.split(',').next().unwrap_or_default().trim() != leader
    });
    let shared = [
        !plan.preparation.is_empty(),
        plan.roles_wanted,
        others,
        rows.iter().any(|row| row.commitments),
    ];
    percent(shared.iter().filter(|it| **it).count(), shared.iter().filter(|it| !**it).count())
}

/// From outside or from inside: what is brought in, and what begins in people's own practice.
fn learning(plan: &Plan, rows: &[&Item], worked: &[(Mode, u32)]) -> Option<u32> {
    let uses_own = |row: &&&Item| {
        let prepared = plan.preparation.iter().any(|task| task.used_by.contains(&row.id));
        prepared || row.prepared || row.links_previous || !row.questions.is_empty()
    };
    let inside = rows.iter().filter(uses_own).count() + usize::from(plan.trial);
    let input = worked.iter().filter(|(mode, _)| *mode == Mode::Input).count();
    percent(inside, input + plan.materials.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(tool: &str, minutes: u32) -> Item {
        Item { tool: tool.to_owned(), minutes, ..Item::default() }
    }

    fn value(plan: &Plan, name: &str) -> Option<u32> {
        let sliders = mirror(plan, tools::ALL);
        sliders.into_iter().find(|slider| slider.name == name).unwrap().value
    }

    #[test]
    fn an_empty_plan_leans_nowhere() {
        for slider in mirror(&Plan::default(), tools::ALL) {
            assert_eq!(slider.value, None, "{}", slider.name);
        }
    }

    #[test]
    fn a_lecture_and_a_workshop_lean_each_their_way() {
        let lecture = Plan { items: vec![row("input", 45)], ..Plan::default() };
        assert_eq!(value(&lecture, "flow"), Some(0));
        assert_eq!(value(&lecture, "structure"), Some(0));
        assert_eq!(value(&lecture, "learning"), Some(0));
        let workshop =
            Plan { items: vec![row("speed-date", 20), row("trio", 24)], ..Plan::default() };
        assert_eq!(value(&workshop, "flow"), Some(100));
        assert_eq!(value(&workshop, "structure"), Some(75));
    }

    #[test]
    fn what_is_laid_in_the_hands_of_all_moves_the_slider() {
        let mut plan = Plan { items: vec![row("igp", 30)], ..Plan::default() };
        assert_eq!(value(&plan, "responsibility"), Some(0));
        plan.roles_wanted = true;
        plan.items[0].commitments = true;
        assert_eq!(value(&plan, "responsibility"), Some(50));
        assert_eq!(value(&plan, "agenda"), Some(100));
    }
}

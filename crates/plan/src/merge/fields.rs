//! Field by field. Each struct is written out in full, so that a new field must be decided on.

use super::rows::rows;
use super::{sequence, texts};
use crate::document::{Dismissed, Frames, Item, OwnStep, Plan, Preparation};

/// The same thing three times.
struct Three<'a, T> {
    base: &'a T,
    mine: &'a T,
    theirs: &'a T,
}

impl<T> Three<'_, T> {
    fn words(&self, of: impl Fn(&T) -> &String) -> String {
        texts::words(of(self.base), of(self.mine), of(self.theirs))
    }

    fn lines(&self, of: impl Fn(&T) -> &Vec<String>) -> Vec<String> {
        texts::lines(of(self.base), of(self.mine), of(self.theirs))
    }

    /// A choice is not a mixture: mine when I made one, else theirs.
    fn choice<V: Clone + PartialEq>(&self, of: impl Fn(&T) -> &V) -> V {
        if of(self.mine) == of(self.base) { of(self.theirs) } else { of(self.mine) }.clone()
    }
}

pub(super) fn plan(base: &Plan, mine: &Plan, theirs: &Plan) -> Plan {
    let it = Three { base, mine, theirs };
    Plan {
        title: it.words(|it| &it.title),
        lang: it.choice(|it| &it.lang),
        purpose: it.words(|it| &it.purpose),
        goals: it.lines(|it| &it.goals),
        result: it.words(|it| &it.result),
        frames: frames(&base.frames, &mine.frames, &theirs.frames),
        starts_at: it.choice(|it| &it.starts_at),
        place: it.words(|it| &it.place),
        leader: it.words(|it| &it.leader),
        items: rows(&base.items, &mine.items, &theirs.items),
        preparation: rows(&base.preparation, &mine.preparation, &theirs.preparation),
        kind: it.choice(|it| &it.kind),
        unit: it.choice(|it| &it.unit),
        ends_at: it.choice(|it| &it.ends_at),
        participants: it.choice(|it| &it.participants),
        no_preparation: it.words(|it| &it.no_preparation),
        groups_wanted: it.choice(|it| &it.groups_wanted),
        roles_wanted: it.choice(|it| &it.roles_wanted),
        materials: it.lines(|it| &it.materials),
        previous: it.lines(|it| &it.previous),
        spread: it.words(|it| &it.spread),
        result_channel: it.words(|it| &it.result_channel),
        stage: it.words(|it| &it.stage),
        evaluate: it.choice(|it| &it.evaluate),
        trial: it.choice(|it| &it.trial),
        notes: it.lines(|it| &it.notes),
        dismissed: dismissed(&base.dismissed, &mine.dismissed, &theirs.dismissed),
        standing: it.choice(|it| &it.standing),
        ids_used: it.choice(|it| &it.ids_used),
    }
}

fn frames(base: &Frames, mine: &Frames, theirs: &Frames) -> Frames {
    let it = Three { base, mine, theirs };
    Frames {
        decided: it.words(|it| &it.decided),
        open: it.words(|it| &it.open),
        expected: it.words(|it| &it.expected),
    }
}

pub(super) fn item(base: &Item, mine: &Item, theirs: &Item) -> Item {
    let it = Three { base, mine, theirs };
    Item {
        title: it.words(|it| &it.title),
        goal: it.words(|it| &it.goal),
        minutes: it.choice(|it| &it.minutes),
        tool: it.choice(|it| &it.tool),
        presenters: it.lines(|it| &it.presenters),
        questions: it.lines(|it| &it.questions),
        orders: it.lines(|it| &it.orders),
        prepared: it.choice(|it| &it.prepared),
        id: theirs.id.clone(),
        kind: it.choice(|it| &it.kind),
        kind_guessed: it.choice(|it| &it.kind_guessed),
        starts_at: it.choice(|it| &it.starts_at),
        minutes_locked: it.choice(|it| &it.minutes_locked),
        own_steps: rows(&base.own_steps, &mine.own_steps, &theirs.own_steps),
        audience: it.words(|it| &it.audience),
        open_enough: it.lines(|it| &it.open_enough),
        returns_at: it.choice(|it| &it.returns_at),
        capture: it.words(|it| &it.capture),
        no_capture: it.words(|it| &it.no_capture),
        reporter_minutes: it.choice(|it| &it.reporter_minutes),
        links_previous: it.choice(|it| &it.links_previous),
        commitments: it.choice(|it| &it.commitments),
        evaluation: it.choice(|it| &it.evaluation),
    }
}

pub(super) fn preparation(
    base: &Preparation,
    mine: &Preparation,
    theirs: &Preparation,
) -> Preparation {
    let it = Three { base, mine, theirs };
    Preparation {
        instruction: it.words(|it| &it.instruction),
        minutes: it.choice(|it| &it.minutes),
        starters: it.lines(|it| &it.starters),
        used_in: vec![],
        id: theirs.id.clone(),
        used_by: sequence::merge(&base.used_by, &mine.used_by, &theirs.used_by, |_| None),
        due_at: it.choice(|it| &it.due_at),
        open_enough: it.choice(|it| &it.open_enough),
    }
}

pub(super) fn own_step(base: &OwnStep, mine: &OwnStep, theirs: &OwnStep) -> OwnStep {
    let it = Three { base, mine, theirs };
    OwnStep {
        id: theirs.id.clone(),
        mode: it.choice(|it| &it.mode),
        minutes: it.choice(|it| &it.minutes),
        says: it.words(|it| &it.says),
        captures: it.choice(|it| &it.captures),
        challenge: it.choice(|it| &it.challenge),
    }
}

/// A rule is set aside once, with all the reasons that were given.
fn dismissed(base: &[Dismissed], mine: &[Dismissed], theirs: &[Dismissed]) -> Vec<Dismissed> {
    let mut merged: Vec<Dismissed> = vec![];
    for one in sequence::merge(base, mine, theirs, |_| None) {
        match merged.iter_mut().find(|it| it.rule == one.rule) {
            Some(before) if before.reason == one.reason => {}
            Some(before) => before.reason = format!("{} {}", before.reason, one.reason),
            None => merged.push(one),
        }
    }
    merged
}

//! Questions and tasks, and how each reads.

use super::cues;
use super::row::Row;
use crate::document::{ItemKind, Plan};
use crate::lint::{Finding, Rule, Spot};
use crate::questions::{self, Class};

/// A question or a task, and how it reads.
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by a rule of its own")]
pub(in crate::lint) struct Asked<'a> {
    pub place: Spot,
    /// Which of the item's questions it is.
    pub question: usize,
    pub text: &'a str,
    pub words: Vec<String>,
    /// Asks for, or names, what works.
    pub strength: bool,
    /// Asks for, or names, what is hard.
    pub challenge: bool,
    pub classes: Vec<Class>,
    pub closing: bool,
    /// The planner has said that it is open enough.
    pub settled: bool,
}

impl Asked<'_> {
    pub fn finding(&self, rule: &Rule) -> Finding {
        rule.finding(self.place).with("question", self.text)
    }
}

/// Returns what people are asked, in the order they meet it.
pub(super) fn asked_in<'a>(rows: &[Row<'a>], plan: &'a Plan) -> Vec<Asked<'a>> {
    let tasks = plan.preparation.iter().enumerate().map(|(at, task)| {
        let settled = !task.instruction.is_empty() && task.open_enough == task.instruction;
        asked(Spot::Prep(at), 0, &task.instruction, false, settled)
    });
    let rows = rows.iter().enumerate();
    let rows = rows.filter(|(_, row)| row.item.kind == ItemKind::Development);
    let questions = rows.flat_map(|(at, row)| {
        let closing = row.closes || row.commits;
        row.item.questions.iter().enumerate().map(move |(question, text)| {
            let settled = row.item.open_enough.iter().any(|it| it == text);
            asked(Spot::Item(at), question, text, closing, settled)
        })
    });
    tasks.chain(questions).collect()
}

fn asked(place: Spot, question: usize, text: &str, closing: bool, settled: bool) -> Asked<'_> {
    let words = cues::words(text);
    let strength = cues::any_in(&words, cues::STRENGTH);
    let challenge = cues::any_in(&words, cues::CHALLENGE);
    let classes = questions::classify(text).into_iter().map(|it| it.class).collect();
    Asked { place, question, text, words, strength, challenge, classes, closing, settled }
}

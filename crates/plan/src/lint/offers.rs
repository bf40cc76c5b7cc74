//! Remedies that several rules offer.

use super::seen::Seen;
use super::seen::asked::Asked;
use super::{Finding, Rule, Spot};
use crate::document::Plan;
use crate::edit::mend::{Inset, Mend};
use crate::edit::{At, Edit};
use crate::questions::Reframing;
use crate::questions::bank::{self, Bank};
use crate::ways;
use kernel::local::When;

/// How many other ways of working are offered.
const OTHERS: usize = 3;

impl Finding {
    /// Offers a press of one of the editor's own buttons.
    pub(super) fn press(self, key: &'static str, edit: Edit) -> Finding {
        self.offer(key, Mend::Press(vec![edit]))
    }

    /// Offers a piece for the program, at a position counted from 0.
    pub(super) fn insert(self, at: usize, piece: Inset) -> Finding {
        self.offer(piece.key(), Mend::Insert { at, piece })
    }

    /// Offers a question of the bank that the row does not ask already, in the plan's language.
    pub(super) fn ask(self, seen: &Seen<'_>, row: usize, purpose: Bank) -> Finding {
        let nth = bank::fresh(seen.plan.lang, purpose, &seen.rows[row].item.questions);
        self.press(purpose.key(), Edit::Ask { item: seen.id(row), purpose, nth })
    }

    /// Offers a way of working.
    pub(super) fn work_with(self, seen: &Seen<'_>, row: usize, tool: &str) -> Finding {
        self.press("use-tool", Edit::Use { item: seen.id(row), tool: tool.to_owned() })
    }

    /// Offers ways of working that suit the meeting, those that are about as hard as the row's
    /// first.
    pub(super) fn other_ways(self, seen: &Seen<'_>, row: usize) -> Finding {
        let now = seen.rows[row].item.tool.as_str();
        let difficulty = seen.way(row).map_or(1, |way| way.difficulty);
        let people = seen.people.unwrap_or(ways::PEOPLE_USUAL);
        let is_process = |name| ![ways::PAUSE, ways::INPUT, ways::CLOSING, now].contains(&name);
        let others = seen.ways.iter().filter(|way| {
            let (least, most) = way.people;
            is_process(way.name) && (least..=most).contains(&people)
        });
        let mut others: Vec<_> = others.collect();
        others.sort_by_key(|way| way.difficulty.abs_diff(difficulty));
        let offers = others.into_iter().take(OTHERS);
        offers.fold(self, |finding, way| finding.work_with(seen, row, way.name))
    }

    /// Offers an end of the meeting, where one can be worked out.
    pub(super) fn end_at(self, end: Option<When>) -> Finding {
        match end {
            Some(end) => self.offer("set-end", Mend::SetEnd(end)),
            None => self,
        }
    }
}

impl Seen<'_> {
    /// The id of a row.
    pub fn id(&self, row: usize) -> String {
        self.rows[row].item.id.clone()
    }

    /// A finding that names the row it is on.
    pub fn on_row(&self, rule: &Rule, row: usize) -> Finding {
        rule.on_item(row).with("title", self.rows[row].item.title.as_str())
    }

    /// A finding about a question, which may be put in other forms where it is a row's.
    pub fn reframed(&self, rule: &Rule, asked: &Asked<'_>, frames: &[Reframing]) -> Finding {
        let finding = asked.finding(rule);
        let Spot::Item(row) = asked.place else { return finding };
        let reframe = |frame: Reframing| {
            let (item, question) = (self.id(row), asked.question);
            Mend::Reframe { item, question, frame }
        };
        frames.iter().fold(finding, |it, frame| it.offer(frame.key(), reframe(*frame)))
    }
}

impl Spot {
    /// The same place by id; what is not there is the plan itself.
    pub(crate) fn in_plan(self, plan: &Plan) -> At {
        let at = match self {
            Spot::Plan => None,
            Spot::Item(at) => plan.items.get(at).map(|it| At::Item(it.id.clone())),
            Spot::Prep(at) => plan.preparation.get(at).map(|it| At::Prep(it.id.clone())),
        };
        at.unwrap_or(At::Plan)
    }
}

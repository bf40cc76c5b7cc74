//! The deck's checklist (seed lines 556–567), counted from a plan: how far it has come, and no
//! measure of anybody.

use super::Finding;
use super::draft::ItemKind;
use super::praise::has_open_questions_only;
use super::seen::{Seen, is_written};

/// A point of the checklist. Its words are the screen's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub name: &'static str,
    pub holds: bool,
}

/// Returns the ten points in the deck's order.
///
/// A point holds when there is something to judge and no rule of it speaks. Advice that has been
/// set aside still counts: the checklist says what is in the plan, not what is wanted in it.
pub(super) fn points(seen: &Seen<'_>, findings: &[Finding]) -> [Point; 10] {
    let draft = seen.draft;
    let quiet = |rules: &[&str]| !findings.iter().any(|it| rules.contains(&it.rule));
    let has_program = !draft.items.is_empty();
    let has_development = draft.items.iter().any(|it| it.kind == ItemKind::Utvikling);
    let prepares = !draft.prep.is_empty() || is_written(draft.no_prep_reason.as_ref());
    let point = |name, holds| Point { name, holds };
    [
        point("purpose", is_written(draft.purpose.as_ref()) && quiet(&["FOR-01"])),
        point("result", is_written(draft.intended_result.as_ref())),
        point("preparation", prepares && quiet(&["PREP-03"])),
        point("overview", has_program && quiet(&["PROG-01", "RAM-01"])),
        point("active", has_development && quiet(&["AKT-01"])),
        point("questions", has_open_questions_only(seen)),
        point("process", has_development && quiet(&["PRO-01"])),
        point("forward", has_program && draft.items.iter().any(|it| it.commitments)),
        point("collected", has_development && quiet(&["DATA-01"])),
        point("shared", is_written(draft.result_channel.as_ref())),
    ]
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::fixtures::{A, C, parse};
    use crate::lint::{Thresholds, look};

    fn held(json: &str) -> Vec<&'static str> {
        let points = look(&parse(json), &Thresholds::default()).checklist;
        points.iter().filter(|it| it.holds).map(|it| it.name).collect()
    }

    #[test]
    fn the_bad_example_has_nothing_on_the_checklist() {
        assert_eq!(held(A), [""; 0]);
    }

    #[test]
    fn the_mentor_gathering_lacks_only_how_its_result_is_shared() {
        let lacks = look(&parse(C), &Thresholds::default()).checklist;
        let lacks: Vec<&str> = lacks.iter().filter(|it| !it.holds).map(|it| it.name).collect();
        assert_eq!(lacks, ["shared"]);
    }

    #[test]
    fn an_empty_plan_has_no_point() {
        assert_eq!(held("{}"), [""; 0]);
    }
}

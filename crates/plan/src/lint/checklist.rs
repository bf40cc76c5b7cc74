//! The deck's checklist (seed lines 556–567), counted from a plan: how far it has come, and no
//! measure of anybody.

use super::Finding;
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
    let plan = seen.plan;
    let quiet = |rules: &[&str]| !findings.iter().any(|it| rules.contains(&it.rule));
    let has_program = !seen.rows.is_empty();
    let has_development = seen.development().next().is_some();
    let prepares = !seen.says_nothing_of_prep();
    let point = |name, holds| Point { name, holds };
    [
        point("purpose", is_written(&plan.purpose) && quiet(&["FOR-01"])),
        point("result", is_written(&plan.result)),
        point("preparation", prepares && quiet(&["PREP-03"])),
        point("overview", has_program && quiet(&["PROG-01", "RAM-01"])),
        point("active", has_development && quiet(&["AKT-01"])),
        point("questions", has_open_questions_only(seen)),
        point("process", has_development && quiet(&["PRO-01"])),
        point("forward", seen.rows.iter().any(|it| it.commits)),
        point("collected", has_development && quiet(&["DATA-01"])),
        point("shared", is_written(&plan.result_channel)),
    ]
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::fixtures::{A, C, look_at};

    fn held(json: &str) -> Vec<&'static str> {
        let points = look_at(json).checklist;
        points.iter().filter(|it| it.holds).map(|it| it.name).collect()
    }

    #[test]
    fn the_bad_example_has_nothing_on_the_checklist() {
        assert_eq!(held(A), [""; 0]);
    }

    #[test]
    fn the_mentor_gathering_lacks_only_how_its_result_is_shared() {
        let lacks = look_at(C).checklist;
        let lacks: Vec<&str> = lacks.iter().filter(|it| !it.holds).map(|it| it.name).collect();
        assert_eq!(lacks, ["shared"]);
    }

    #[test]
    fn an_empty_plan_has_no_point() {
        assert_eq!(held("{}"), [""; 0]);
    }
}

//! Fixtures A–D of the catalogue, and the drift meeting that is left alone.

use crate::document::Plan;
use crate::draft::Draft;
use crate::lint::around::Around;
use crate::lint::{Finding, Look, Severity, Thresholds, lint, look};

pub(crate) const A: &str = include_str!("a.json");
pub(crate) const B: &str = include_str!("b.json");
pub(crate) const C: &str = include_str!("c.json");
pub(crate) const D: &str = include_str!("d.json");

pub(crate) fn parse(json: &str) -> Draft {
    serde_json::from_str(json).unwrap()
}

/// A file from outside as the rules read it: it says itself what its ways of working take.
pub(crate) fn read(draft: &Draft) -> (Plan, Around) {
    draft.read(&Thresholds::default())
}

pub(super) fn found(draft: &Draft) -> Vec<Finding> {
    let (plan, around) = read(draft);
    lint(&plan, &around, &[])
}

pub(crate) fn look_at(json: &str) -> Look {
    let (plan, around) = read(&parse(json));
    look(&plan, &around, &[])
}

/// Rules by weight, each as often as it is found, with the item it sits on.
fn listed(json: &str, severity: Severity) -> String {
    let findings = found(&parse(json)).into_iter().filter(|it| it.severity == severity);
    let names = findings.map(|it| match it.item() {
        Some(item) => format!("{}@{item}", it.rule),
        None => it.rule.to_owned(),
    });
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn fixture_a_the_bad_example() {
    assert_eq!(listed(A, Severity::Missing), "FOR-01 RES-01 INN-02 TID-01 TID-02");
    assert_eq!(
        listed(A, Severity::Consider),
        "MAL-01 RAM-01 PROG-02@0 PROG-02@1 PREP-01 AKT-01 SPM-00@1 PRO-01@0 PRO-01@1 ETT-01 \
         DATA-01@1 DATA-02"
    );
    assert_eq!(listed(A, Severity::Tip), "INV-01 INV-02 ROA-04 REL-01 ETT-03 PLAN-01 VIS-01");
}

#[test]
fn fixture_a_with_a_date_four_days_away_is_late_too() {
    let json = A.replace(
        "\"start\": \"12:00\"",
        "\"start\": \"2026-10-02T12:00\", \"today\": \"2026-09-28\"",
    );
    assert!(found(&parse(&json)).iter().any(|it| it.rule == "INN-01"));
}

#[test]
fn fixture_b_the_improved_invitation() {
    assert_eq!(listed(B, Severity::Missing), "FOR-01 RES-01 INN-02 PROG-01 TID-02 PREP-03");
    assert_eq!(listed(B, Severity::Consider), "MAL-01 RAM-01 ETT-01 DATA-02");
    assert_eq!(
        listed(B, Severity::Tip),
        "INV-01 INV-02 PREP-04 ROA-04 REL-01 ETT-03 PLAN-01 VIS-01"
    );
}

#[test]
fn fixture_c_the_mentor_gathering() {
    assert_eq!(listed(C, Severity::Missing), "");
    assert_eq!(listed(C, Severity::Consider), "DATA-02");
    assert_eq!(listed(C, Severity::Tip), "TID-04@1 PREP-04 ETT-03 VIS-01");
}

#[test]
fn fixture_d_the_workshop() {
    assert_eq!(listed(D, Severity::Missing), "");
    assert_eq!(listed(D, Severity::Consider), "");
    assert_eq!(listed(D, Severity::Tip), "");
}

#[test]
fn a_drift_meeting_is_left_alone() {
    let drift = r#"{
        "kind": "drift", "start": "14:00", "end": "15:00", "frames": {"decided": "x"},
        "items": [
            {"title": "Ferieliste", "minutes": 20, "kind": "forvaltning"},
            {"title": "Diskusjon", "minutes": 10, "kind": "forvaltning"}
        ]
    }"#;
    assert_eq!(found(&parse(drift)), vec![]);
}

#[test]
fn the_improved_invitation_is_praised_first_for_its_preparation() {
    let praised = look_at(B).praise;
    assert_eq!(praised[0].name, "preparation-attached");
    assert_eq!(look_at(A).praise, vec![]);
}

#[test]
fn at_most_seven_are_shown_and_tips_are_folded() {
    let limits = Thresholds::default();
    let findings = found(&parse(A));
    let shown = crate::lint::shown(&findings, &limits);
    assert_eq!(shown.open.len(), 7);
    assert!(shown.open[..5].iter().all(|it| it.severity == Severity::Missing));
    assert_eq!(shown.open.len() + shown.later.len() + shown.tips.len(), findings.len());
}

#[test]
fn what_is_dismissed_with_a_reason_stays_away() {
    let json = A.replacen(
        '{',
        "{\"dismissed\": [{\"rule\": \"FOR-01\", \"reason\": \"muntlig avtalt\"}],",
        1,
    );
    assert!(found(&parse(&json)).iter().all(|it| it.rule != "FOR-01"));
}

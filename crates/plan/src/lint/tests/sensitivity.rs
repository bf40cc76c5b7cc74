//! Small changes to the mentor gathering, and what each must bring.

use super::fixtures::{C, found, look_at, parse};
use crate::draft::{Draft, DraftMode, DraftStep, Prep, Question};
use crate::lint::{Severity, Thresholds, lint};
use kernel::local::When;

fn changed(change: impl Fn(&mut Draft)) -> Draft {
    let mut draft = parse(C);
    change(&mut draft);
    draft
}

fn fires(draft: &Draft, rule: &str) -> Option<Severity> {
    found(draft).iter().find(|it| it.rule == rule).map(|it| it.severity)
}

fn at(minute: u32) -> When {
    When { day: None, minute: Some(minute) }
}

#[test]
fn as_it_stands_86_percent_are_active() {
    let praised = look_at(C).praise;
    assert!(praised.iter().any(|it| it.name == "active" && it.percent == 86));
}

#[test]
fn seven_groups_do_not_fit_the_plenary() {
    let draft = changed(|it| {
        it.groups = vec![4; 7];
        it.participants = Some(28);
        it.items[4].plenary_min = Some(30);
    });
    assert_eq!(fires(&draft, "PLE-01"), Some(Severity::Consider));
}

#[test]
fn a_lecture_for_the_speed_date_is_a_long_monologue() {
    let lecture = |it: &mut Draft| {
        it.items[3].mode = Some(DraftMode::Input);
        it.items[3].tool = Some("innlegg".to_owned());
        it.items[0].minutes = Some(30);
        it.end = Some(at(16 * 60 + 20));
    };
    assert_eq!(fires(&changed(lecture), "AKT-02"), Some(Severity::Tip));
    let longer = changed(|it| {
        lecture(it);
        it.items[0].minutes = Some(40);
        it.end = Some(at(16 * 60 + 30));
    });
    assert_eq!(fires(&longer, "AKT-02"), Some(Severity::Consider));
}

#[test]
fn without_its_break_it_asks_for_one() {
    let draft = changed(|it| drop(it.items.remove(2)));
    assert_eq!(fires(&draft, "TID-05"), Some(Severity::Consider));
}

#[test]
fn without_the_footnote_the_preparation_is_unused() {
    let draft = changed(|it| it.items[1].uses_prep = false);
    assert_eq!(fires(&draft, "PREP-03"), Some(Severity::Missing));
}

#[test]
fn groups_of_seven_are_too_large() {
    assert_eq!(fires(&changed(|it| it.groups = vec![7, 7, 6]), "GRP-02"), Some(Severity::Tip));
}

#[test]
fn a_closed_question_is_found() {
    let draft = changed(|it| {
        let text = "Skal vi ta med oss dette videre?".to_owned();
        it.items[4].questions = vec![Question { text, open_enough: false }];
    });
    assert_eq!(fires(&draft, "SPM-01"), Some(Severity::Consider));
}

fn task(text: &str) -> Vec<Prep> {
    vec![Prep { text: text.to_owned(), estimate: Some(15), ..Prep::default() }]
}

#[test]
fn strengths_before_challenges_pass_and_the_other_way_round_does_not() {
    let strengths = "Trekk fram to elementer som bekrefter dagens vurderingspraksis.\nVelg ut ett \
                     element som utfordrer dagens vurderingspraksis. Hvordan tenker du at dere kan \
                     jobbe med å utvikle dette elementet?";
    let draft = changed(|it| it.prep = task(strengths));
    assert_eq!(fires(&draft, "ROA-01"), None);
    assert_eq!(fires(&draft, "SPM-01"), None);
    let reversed = "Velg ut ett element som utfordrer dagens praksis.\nTrekk fram to elementer som \
                    bekrefter den.";
    let draft = changed(|it| it.prep = task(reversed));
    assert_eq!(fires(&draft, "ROA-01"), Some(Severity::Consider));
}

#[test]
fn evaluation_switched_off_and_an_earlier_gathering_are_noticed() {
    assert_eq!(fires(&changed(|it| it.auto_eval = Some(false)), "EVAL-01"), Some(Severity::Tip));
    assert_eq!(fires(&changed(|it| it.prev_closed = true), "RT-01"), Some(Severity::Consider));
}

#[test]
fn rounds_without_comments_only_are_noticed() {
    let draft = changed(|it| {
        let free = |mode| DraftStep {
            mode,
            minutes: Some(25),
            comment_free: Some(true),
            ..Default::default()
        };
        it.items[1].steps = vec![free(DraftMode::Group), free(DraftMode::Group)];
        for step in &mut it.items[4].steps {
            step.comment_free = Some(true);
        }
    });
    assert_eq!(fires(&draft, "DIA-01"), Some(Severity::Tip));
    assert_eq!(fires(&parse(C), "DIA-01"), None);
}

#[test]
fn an_organisation_may_set_its_own_numbers() {
    let limits = Thresholds { goals_max: 2, ..Thresholds::default() };
    let (plan, around) = parse(C).read(&limits);
    assert!(lint(&plan, &around, &[]).iter().any(|it| it.rule == "MAL-01"));
}

/// The names of a file are its own: one that is the same as ours means nothing.
#[test]
fn a_files_ways_of_working_are_not_those_of_the_catalogue() {
    let asked = |tool: &str| {
        let item = r#"{"title": "Samtale", "questions": ["Hvor mange møter?"]"#;
        parse(&format!(r#"{{"items": [{item}, "tool": "{tool}"}}]}}"#))
    };
    assert_eq!(fires(&asked("samtale"), "SPM-03"), Some(Severity::Tip));
    assert_eq!(fires(&asked("closing"), "SPM-03"), Some(Severity::Tip));
}

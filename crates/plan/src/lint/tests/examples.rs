//! Every rule keeps the promises of its own docs.

use kernel::lang::Lang;

use super::fixtures::read;
use super::wording;
use crate::document::Plan;
use crate::draft::Draft;
use crate::edit::Desk;
use crate::edit::mend::mend;
use crate::lint::around::{Around, Awaited};
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Spot, rules, waiting};

#[test]
fn every_example_in_a_rule_is_true() {
    for rule in rules::ALL {
        for (wanted, json) in examples_in(rule) {
            let (plan, around) = read(&parse(rule, &json));
            let found = found_in(rule, &plan, &around);
            let places: Vec<String> = found.iter().map(place_of).collect();
            assert_eq!(wanted, places.join(" "), "{}\n{json}", rule.name);
            assert!(found.iter().all(|it| it.rule == rule.id));
        }
    }
}

/// A rule waits when what no row can tell yet is the reason for all that it says, or for all that
/// it does not say.
#[test]
fn the_rules_that_wait_are_those_that_ask_for_what_no_row_can_tell() {
    for rule in rules::ALL {
        let speaks = |json: &str, awaited: bool| {
            let (plan, mut around) = read(&parse(rule, json));
            if !awaited {
                around.awaited = Awaited::default();
            }
            !found_in(rule, &plan, &around).is_empty()
        };
        let examples = examples_in(rule);
        let (flawed, sound): (Vec<_>, Vec<_>) =
            examples.iter().partition(|(wanted, _)| !wanted.is_empty());
        let is_silent = flawed.iter().all(|(_, json)| !speaks(json, false));
        let always_speaks = sound.iter().all(|(_, json)| speaks(json, false));
        let waits = waiting::for_what(rule.id).is_some();
        assert_eq!(waits, is_silent || always_speaks, "{} in lint/waiting.rs", rule.id);
    }
}

#[test]
fn every_rule_says_why_and_shows_both_sides() {
    for rule in rules::ALL {
        let (why, plans) = rule.source.split_once("//! ## Flawed").expect(rule.name);
        let (flawed, sound) = plans.split_once("//! ## Sound").expect(rule.name);
        assert!(why.contains("//! ## Why"), "{}: say why", rule.name);
        assert!(flawed.contains("```json at "), "{}: show a flawed plan", rule.name);
        assert!(!sound.contains("```json at "), "{}: a sound plan has no finding", rule.name);
    }
}

#[test]
fn each_rule_of_the_61_and_more_has_names_of_its_own() {
    for name in [|it: &Rule| it.id, |it: &Rule| it.name] {
        let mut names: Vec<&str> = rules::ALL.iter().map(name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), rules::ALL.len());
    }
    assert!(61 <= rules::ALL.len());
}

#[test]
fn every_remedy_answers_its_finding() {
    let desk = Desk { ways: tools::ALL, texts: wording(Lang::Nb), reason: "" };
    for rule in rules::ALL {
        for (_, json) in examples_in(rule) {
            let (plan, around) = read(&parse(rule, &json));
            let before = found_in(rule, &plan, &around);
            for remedy in before.iter().flat_map(|it| &it.remedies) {
                // What these leave is the planner's: the words, and who has to come.
                let begun =
                    ["start-purpose", "start-frames", "call-administration", "inform-before"];
                if begun.contains(&remedy.key) {
                    continue;
                }
                let edited = mend(&plan, &remedy.mend, remedy.key, &desk).unwrap();
                let after = found_in(rule, &edited, &around);
                let better = after.len() < before.len() || weight(&after) < weight(&before);
                assert!(better, "{}: {remedy:?} leaves {after:?}\n{json}", rule.name);
            }
        }
    }
}

#[test]
fn every_rule_says_where_it_comes_from() {
    for rule in rules::ALL {
        assert!(rule.sources().next().is_some(), "{}", rule.id);
    }
}

/// How much is left: tips weigh least.
fn weight(findings: &[Finding]) -> i32 {
    findings.iter().map(|it| 3 - it.severity as i32).sum()
}

fn place_of(finding: &Finding) -> String {
    match finding.place {
        Spot::Plan => "plan".to_owned(),
        Spot::Item(at) => format!("{}", at + 1),
        Spot::Prep(at) => format!("prep {}", at + 1),
    }
}

pub(super) fn found_in(rule: &Rule, plan: &Plan, around: &Around) -> Vec<Finding> {
    (rule.check)(&Seen::of(plan, around, &[]))
}

pub(crate) fn parse(rule: &Rule, json: &str) -> Draft {
    serde_json::from_str(json).unwrap_or_else(|it| panic!("{}: {it}\n{json}", rule.name))
}

/// What is wanted of each example, and its JSON.
pub(crate) fn examples_in(rule: &Rule) -> Vec<(String, String)> {
    let docs = rule.source.lines().map_while(|it| it.strip_prefix("//!"));
    let docs: Vec<&str> = docs.map(|it| it.strip_prefix(' ').unwrap_or(it)).collect();
    let docs = docs.join("\n");
    let fences = docs.split("```json").skip(1).map(|fence| {
        let (wanted, rest) = fence.split_once('\n').unwrap();
        let json = rest.split("\n```").next().unwrap();
        (wanted.trim().trim_start_matches("at ").to_owned(), json.to_owned())
    });
    fences.collect()
}

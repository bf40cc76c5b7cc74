//! Every rule keeps the promises of its own docs.

use crate::lint::tests::wording;
use crate::lint::{Draft, Finding, Place, Rule, Thresholds, remedies, rules, seen::Seen};

#[test]
fn every_example_in_a_rule_is_true() {
    let limits = Thresholds::default();
    for rule in rules::ALL {
        for (wanted, json) in examples_in(rule) {
            let draft = parse(rule, &json);
            let found = (rule.check)(&Seen::of(&draft, &limits));
            let places: Vec<String> = found.iter().map(place_of).collect();
            assert_eq!(wanted, places.join(" "), "{}\n{json}", rule.name);
            assert!(found.iter().all(|it| it.rule == rule.id));
        }
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
fn there_are_61_rules_with_names_of_their_own() {
    let mut ids: Vec<&str> = rules::ALL.iter().map(|it| it.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 61);
}

#[test]
fn every_remedy_answers_its_finding() {
    let limits = Thresholds::default();
    let texts = wording(kernel::lang::Lang::Nb);
    for rule in rules::ALL {
        for (_, json) in examples_in(rule) {
            let draft = parse(rule, &json);
            let before = (rule.check)(&Seen::of(&draft, &limits));
            for remedy in before.iter().flat_map(|it| &it.remedies) {
                // What these leave is the planner's: the words, and who has to come.
                let begun =
                    ["start-purpose", "start-frames", "call-administration", "inform-before"];
                if begun.contains(&remedy.key()) {
                    continue;
                }
                let edited = remedies::apply(&draft, remedy, texts);
                let after = (rule.check)(&Seen::of(&edited, &limits));
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
        Place::Plan => "plan".to_owned(),
        Place::Item(at) => format!("{}", at + 1),
        Place::Prep(at) => format!("prep {}", at + 1),
    }
}

fn parse(rule: &Rule, json: &str) -> Draft {
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

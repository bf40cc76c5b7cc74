//! The fewest rules that clash.
//!
//! First, rules are left out one by one until none can be spared. Then comes the question whether
//! a wholly different set of fewer rules clashes. Whatever can be kept together leaves some rules
//! out, and every clash has a rule among those left out: so the smallest choice that has one of
//! each such set is the least a clash can be. If that choice clashes, it is the smallest; if it
//! can be kept, it grows to another set of rules left out (Ignatiev et al., Smallest MUS
//! extraction with minimal hitting set dualization, CP 2015).

use super::{Answer, Clash, Rule, answer};
use crate::problem::Problem;
use crate::rng::Rng;

/// Most rules that rules are left out of one by one.
const RULES_MAX: usize = 400;
/// Most questions to the exact search in the hunt for a different, smaller clash.
const QUESTIONS_MAX: usize = 3_000;
/// Most choices looked at to find the smallest one.
const CHOICES_MAX: usize = 20_000;

/// The clash within `rules`, which cannot all be kept in `round`.
pub(super) fn clash_of(problem: &Problem, round: usize, rules: &[Rule]) -> Clash {
    let ask = |rules: &[Rule]| answer(problem, round, rules, &mut Rng::new(1));
    let (found, smallest) = spared(&ask, rules.to_vec());
    let rules = if smallest { fewer(&ask, rules, found) } else { found };
    Clash { round, rules, smallest }
}

/// Leaves out rules as long as the rest is still proved impossible; whether none can be spared.
fn spared(ask: &impl Fn(&[Rule]) -> Answer, mut rules: Vec<Rule>) -> (Vec<Rule>, bool) {
    // Halves first, so that thousands of rules do not mean thousands of searches.
    let mut chunk = rules.len().div_ceil(2);
    while chunk > 1 {
        let mut first = 0;
        while first < rules.len() {
            let without: Vec<Rule> =
                rules[..first].iter().chain(rules.iter().skip(first + chunk)).copied().collect();
            if ask(&without) == Answer::Impossible {
                rules = without;
            } else {
                first += chunk;
            }
        }
        chunk /= 2;
    }
    if rules.len() > RULES_MAX {
        return (rules, false);
    }
    let mut index = 0;
    while index < rules.len() {
        let mut without = rules.clone();
        without.remove(index);
        match ask(&without) {
            Answer::Impossible => {
                rules = without;
                index = 0;
            }
            Answer::Possible(_) => index += 1,
            Answer::Unknown => return (rules, false),
        }
    }
    (rules, true)
}

/// The fewest of `all` that clash, or `found` when fewer cannot be found with so many questions.
fn fewer(ask: &impl Fn(&[Rule]) -> Answer, all: &[Rule], found: Vec<Rule>) -> Vec<Rule> {
    let mut left_out: Vec<Vec<Rule>> = Vec::new();
    let mut questions = 0;
    while questions < QUESTIONS_MAX {
        let Some(choice) = smallest_choice(&left_out, found.len()) else { break };
        questions += 1;
        match ask(&choice) {
            Answer::Impossible => return choice,
            Answer::Unknown => break,
            Answer::Possible(_) => {}
        }
        let rest: Vec<Rule> = all.iter().copied().filter(|rule| !choice.contains(rule)).collect();
        let mut kept = choice;
        let mut refused = Vec::new();
        let mut parts = vec![rest];
        while let Some(part) = parts.pop() {
            questions += 1;
            let with: Vec<Rule> = kept.iter().chain(&part).copied().collect();
            if matches!(ask(&with), Answer::Possible(_)) {
                kept = with;
            } else if part.len() < 2 {
                refused.extend(part);
            } else {
                let (near, far) = part.split_at(part.len() / 2);
                parts.extend([far.to_vec(), near.to_vec()]);
            }
        }
        left_out.push(refused);
    }
    found
}

/// The fewest rules that have one of each set, in order; `None` when that takes `size` or more,
/// or when there are too many choices.
fn smallest_choice(sets: &[Vec<Rule>], size: usize) -> Option<Vec<Rule>> {
    let mut choices = 0;
    (0..size).find_map(|fewest| choose(sets, fewest, &mut vec![], &mut choices))
}

fn choose(
    sets: &[Vec<Rule>],
    more: usize,
    chosen: &mut Vec<Rule>,
    choices: &mut usize,
) -> Option<Vec<Rule>> {
    *choices += 1;
    if *choices > CHOICES_MAX {
        return None;
    }
    let open = sets.iter().filter(|set| !set.iter().any(|rule| chosen.contains(rule)));
    let Some(tightest) = open.min_by_key(|set| set.len()) else {
        chosen.sort_unstable();
        return Some(chosen.clone());
    };
    if more == 0 {
        return None;
    }
    for &rule in tightest {
        chosen.push(rule);
        let found = choose(sets, more - 1, chosen, choices);
        if found.is_some() {
            return found;
        }
        chosen.pop();
    }
    None
}

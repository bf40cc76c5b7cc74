//! From a problem to the best plan that the budget allows.

use serde::{Deserialize, Serialize};

use crate::anneal::{Budget, anneal};
use crate::bound::{Bound, bound};
use crate::design::{equal_groups, mixed_in};
use crate::model::Model;
use crate::problem::{Flaw, Plan, Problem};
use crate::rng::Rng;
use crate::rules::{Clash, clash};
use crate::score::{Score, evaluate};
use crate::start::{First, start};

/// A plan with its score, and what is known about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solution {
    pub plan: Plan,
    pub score: Score,
    pub bound: Bound,
    /// No plan is better: the score meets the bound and no rule is broken.
    pub proved: bool,
    /// Proposals made.
    pub steps: u64,
    pub source: Source,
}

/// Where a plan comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    Search,
    Construction,
    /// It stood in the problem.
    Given,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Flawed(Flaw),
    Clashing(Clash),
}

impl From<Flaw> for Refusal {
    fn from(flaw: Flaw) -> Refusal {
        Refusal::Flawed(flaw)
    }
}

impl Refusal {
    /// One plain sentence.
    #[must_use]
    pub fn sentence(&self, problem: &Problem) -> String {
        match self {
            Refusal::Flawed(flaw) => flaw.to_string(),
            Refusal::Clashing(clash) => clash.sentence(problem),
        }
    }
}

/// Starts of the search; the later ones only when rules are still broken, over the budget left.
const STARTS: [First; 3] = [First::Chance, First::Rules, First::Rules];

/// Plans `problem`. The same seed and the same answers of `budget` give the same plan.
pub fn solve(problem: &Problem, seed: u64, budget: &mut Budget) -> Result<Solution, Refusal> {
    let model = Model::new(problem)?;
    if let Some(clash) = clash(problem) {
        return Err(Refusal::Clashing(clash));
    }
    let bound = bound(&model);
    let mut rng = Rng::new(seed);
    if let Some(plan) = constructed(problem, &mut rng) {
        let score = evaluate(problem, &plan)?;
        if score.violations == 0 && score.total <= bound.total {
            return Ok(Solution {
                plan,
                score,
                bound,
                proved: true,
                steps: 0,
                source: Source::Construction,
            });
        }
    }
    let mut steps = 0;
    let mut best: Option<(Score, Plan)> = None;
    for first in STARTS {
        let state = start(&model, first, &mut rng);
        let (plan, _, steps_after) = anneal(state, bound.total, &mut rng, steps, budget);
        steps = steps_after;
        let score = evaluate(problem, &plan)?;
        let kept = score.violations == 0;
        if best.as_ref().is_none_or(|(least, _)| score.total < least.total) {
            best = Some((score, plan));
        }
        if kept {
            break;
        }
    }
    let (score, plan) = best.unwrap_or_default();
    let proved = score.violations == 0 && score.total <= bound.total;
    Ok(Solution { plan, score, bound, proved, steps, source: Source::Search })
}

/// A repeat-free plan by construction, with people put in by chance; `None` when the problem asks
/// for more than meeting new people, or when no construction reaches its rounds.
fn constructed(problem: &Problem, rng: &mut Rng) -> Option<Plan> {
    let bare = problem.earlier.iter().all(|meeting| meeting.weight == 0)
        && problem.attributes.iter().all(|attribute| attribute.weight == 0)
        && problem.apart.is_empty()
        && problem.leaders.is_empty()
        && problem.together.is_empty()
        && problem.hosts.is_empty()
        && problem.rooms.is_empty()
        && problem.trios.is_none()
        && problem.absent.iter().all(Vec::is_empty)
        && problem.closed.iter().all(Vec::is_empty)
        && problem.anchor.is_none();
    let [least, most] = *problem.groups.first()?;
    if !bare || most < 2 || problem.groups.iter().any(|bounds| *bounds != [least, most]) {
        return None;
    }
    let groups = problem.groups.len();
    let design = if problem.n == groups * most {
        equal_groups(groups, most, problem.rounds).0
    } else if least + 1 >= most && problem.n > groups * (most - 1) {
        mixed_in(problem.n, groups, most, problem.rounds)?
    } else {
        return None;
    };
    let mut names: Vec<usize> = (0..problem.n).collect();
    rng.shuffle(&mut names);
    let by_name = |group: Vec<usize>| {
        let mut members: Vec<usize> = group.into_iter().map(|person| names[person]).collect();
        members.sort_unstable();
        members
    };
    let design: Plan =
        design.into_iter().map(|round| round.into_iter().map(by_name).collect()).collect();
    (design.len() == problem.rounds).then_some(design)
}

//! From a problem to the best plan that the budget allows.

use serde::{Deserialize, Serialize};

use crate::anneal::{Budget, Progress, anneal};
use crate::bound::{Bound, bound};
use crate::model::Model;
use crate::problem::{Flaw, Plan, Problem};
use crate::rng::Rng;
use crate::rules::{Clash, clash};
use crate::score::{Score, evaluate};
use crate::start::start;

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

/// Plans `problem`. The same seed and the same answers of `budget` give the same plan.
pub fn solve(problem: &Problem, seed: u64, budget: &mut Budget) -> Result<Solution, Refusal> {
    let model = Model::new(problem)?;
    if let Some(clash) = clash(problem) {
        return Err(Refusal::Clashing(clash));
    }
    let bound = bound(&model);
    let mut rng = Rng::new(seed);
    let state = start(&model, &mut rng);
    let (plan, _, steps) = anneal(state, bound.total, &mut rng, 0, budget);
    finish(problem, plan, bound, steps, Source::Search)
}

fn finish(
    problem: &Problem,
    plan: Plan,
    bound: Bound,
    steps: u64,
    source: Source,
) -> Result<Solution, Refusal> {
    let score = evaluate(problem, &plan)?;
    let proved = score.violations == 0 && score.total <= bound.total;
    Ok(Solution { plan, score, bound, proved, steps, source })
}

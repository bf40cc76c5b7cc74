//! The result: what came out, and the red thread back to the notes it grew from.

use kernel::ids::{ContributionId, ItemNo};
use kernel::lang::Lang;
use kernel::step::Kind;
use kernel::time::Moment;
use serde::Serialize;

use super::{CommitmentCard, PhaseCard, commitments_for, phase_card};
use crate::goals::{self, GoalResult};
use crate::seen::{Viewer, may_see};
use crate::state::{Parked, Phase, State};
use crate::written::Contribution;

/// The result page. Everything on it may be seen by the whole room; names stand only on
/// commitments that their owners took on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResultScreen {
    pub title: String,
    pub lang: Lang,
    pub phase: PhaseCard,
    pub purpose: String,
    pub goals: Vec<String>,
    pub result: String,
    /// The day of the recipe: when the meeting started, or now while it runs.
    pub dated: Moment,
    pub items: Vec<ResultItem>,
    pub commitments: Vec<CommitmentCard>,
    pub parked: Vec<Parked>,
    /// How many contributions there were in all; never whose.
    pub contributions: usize,
    /// How the goals were answered, after the end.
    pub goal_results: Vec<GoalResult>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResultItem {
    pub item: ItemNo,
    pub title: String,
    pub tool: String,
    pub points: Vec<Thread>,
}

/// A text and what it grew from. `text` is `None` for a note that stays its author's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Thread {
    pub id: ContributionId,
    pub kind: Kind,
    pub text: Option<String>,
    pub table: Option<u32>,
    pub stands: usize,
    pub grew_from: Vec<Thread>,
}

/// Returns the result as the whole room may see it.
#[must_use]
pub fn result(state: &State, now: Moment) -> Option<ResultScreen> {
    let plan = state.plan.as_ref()?;
    let in_order = state.order.iter().filter_map(|item| Some((*item, state.row(*item)?)));
    let items = in_order.map(|(item, row)| ResultItem {
        item,
        title: row.title.clone(),
        tool: row.worked_with().to_owned(),
        points: points(state, item),
    });
    let dated = match &state.phase {
        Phase::Running(running) => running.started_at,
        Phase::Ended { started_at, at, .. } => started_at.unwrap_or(*at),
        Phase::Lobby => now,
    };
    Some(ResultScreen {
        title: plan.title.clone(),
        lang: plan.lang,
        phase: phase_card(state),
        purpose: plan.purpose.clone(),
        goals: plan.goals.clone(),
        result: plan.result.clone(),
        dated,
        items: items.filter(|item| !item.points.is_empty()).collect(),
        commitments: commitments_for(state, Viewer::Room),
        parked: state.parked.clone(),
        goal_results: goals::results(state),
        contributions: state.written.standing().count(),
    })
}

fn points(state: &State, item: ItemNo) -> Vec<Thread> {
    let mut results: Vec<&Contribution> = state
        .written
        .standing()
        .filter(|it| {
            it.place.item == item
                && matches!(
                    it.kind,
                    Kind::Point | Kind::Disagreement | Kind::FoundStrength | Kind::FoundChallenge
                )
                && may_see(state, Viewer::Room, it.id)
        })
        .collect();
    results.sort_by_key(|it| (it.table, it.kind, it.slot));
    results.into_iter().map(|it| thread(state, it)).collect()
}

/// No text grew from itself, so the walk back ends.
fn thread(state: &State, it: &Contribution) -> Thread {
    let parents = it.parents.iter().filter_map(|id| state.written.get(*id));
    Thread {
        id: it.id,
        kind: it.kind,
        text: may_see(state, Viewer::Room, it.id).then(|| it.text.clone()),
        table: it.table.map(|(_, table)| table.0),
        stands: it.stands.len(),
        grew_from: parents.map(|parent| thread(state, parent)).collect(),
    }
}

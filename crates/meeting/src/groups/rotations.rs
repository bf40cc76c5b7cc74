//! Which items of a program have tables of their own, and for how many rounds.

use kernel::seating::{Planned, Seating, Stands};
use kernel::time::Minutes;
use plan::document::Plan;
use plan::ways;

use super::Rotation;

/// Returns the items of a plan with ids that set their own tables for so many people, where those
/// can be planned, with the times that new ones are set.
#[must_use]
pub fn rotations(plan: &Plan, people: usize) -> Vec<Rotation> {
    let people = u32::try_from(people).unwrap_or(u32::MAX);
    let mut rotations = vec![];
    for row in &plan.items {
        let Some(tool) = tools::named(&row.tool) else { continue };
        let steps = (tool.steps)(&ways::room(people, &[], row), Minutes(row.minutes));
        let own = |seating: &Seating| {
            let kind = seating.kind();
            kind.planned != Planned::Never && kind.stands != Stands::Meeting
        };
        let Some(seating) = steps.iter().map(|it| it.seating).find(own) else { continue };
        let of_kind = || steps.iter().filter(|step| step.seating == seating);
        let rounds = match seating.kind().stands {
            Stands::Step => of_kind().count(),
            Stands::Round => of_kind().filter(|step| step.round.is_some()).count(),
            Stands::Item | Stands::Meeting => 1,
        };
        rotations.push(Rotation { item: row.id.clone(), seating, rounds });
    }
    rotations
}

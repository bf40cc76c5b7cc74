//! Which items of a program have tables of their own, and for how many rounds.

use kernel::seating::{Planned, Seating, Stands};
use kernel::time::Minutes;
use kernel::tool::RoomSize;
use plan::document::Plan;

use super::Rotation;
use crate::drawing::sizes;

/// Returns the items of a plan with ids that set their own tables for so many people, where those
/// can be planned, with the times that new ones are set.
#[must_use]
pub fn rotations(plan: &Plan, people: usize) -> Vec<Rotation> {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let groups = sizes(Seating::Groups, people);
    let room = |orders: usize, prepared: bool| RoomSize {
        people: count(people),
        groups: count(groups.len()),
        trios: count(sizes(Seating::Trios, people).len()),
        group_size: count(groups.iter().copied().max().unwrap_or(0)),
        orders: count(orders),
        prepared,
    };
    let mut rotations = vec![];
    for row in &plan.items {
        let Some(tool) = tools::named(&row.tool) else { continue };
        let steps = (tool.steps)(&room(row.orders.len(), row.prepared), Minutes(row.minutes));
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

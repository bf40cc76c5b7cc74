//! Which items of a program have tables of their own, and for how many rounds.

use kernel::step::Seating;
use kernel::time::Minutes;
use kernel::tool::RoomSize;
use plan::document::Plan;

use super::Rotation;
use crate::drawing::sizes;

/// Returns the items of a plan with ids that set their own tables for so many people. Pairs and
/// café tables are new in each round; trios and mixed groups stay through their item. Neighbours
/// are found in the room.
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
        let own = [Seating::Pairs, Seating::Trios, Seating::Mixed, Seating::Cafe];
        let Some(seating) = steps.iter().map(|it| it.seating).find(|it| own.contains(it)) else {
            continue;
        };
        let of_kind = || steps.iter().filter(|step| step.seating == seating);
        let rounds = match seating {
            Seating::Pairs => of_kind().count(),
            Seating::Cafe => of_kind().filter(|step| step.round.is_some()).count(),
            Seating::Room
            | Seating::Neighbours
            | Seating::Trios
            | Seating::Groups
            | Seating::Mixed => 1,
        };
        rotations.push(Rotation { item: row.id.clone(), seating, rounds });
    }
    rotations
}

//! Who sits together: each kind of seating is one row of data.
//!
//! All that tells one kind from another stands in its row, [`Seating::kind`]. The draws, the host,
//! the screens, the paper and the simulator read the row and never ask which kind it is, so a new
//! kind is a variant and a row. Where a row says something that no row has said before (sizes of
//! another sort, another way to draw), the compiler shows each place that has to know it.
//!
//! A seating is stored with the steps and tables that used it, so variants are added, never renamed
//! or removed (`facts-only-grow`). Rows are never stored.

use serde::{Deserialize, Serialize};

use crate::role::Role;

/// Who sits together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seating {
    /// No tables: everyone is in the room.
    Room,
    /// New pairs for this round; one trio when the number is odd.
    Pairs,
    /// Pairs whose members had different listening orders, as far as they go round.
    Neighbours,
    /// Trios, drawn once for the item.
    Trios,
    /// The meeting's groups of 4–5, with the four roles.
    Groups,
    /// Groups of 4–5 across units, drawn once for the item.
    Mixed,
    /// Groups of 4–5, new in each round, while a host stays at each table. A step that is no
    /// round keeps the tables of the last one.
    Cafe,
    /// Home groups, drawn once for the item: those of one unit, however many they are.
    Home,
}

/// What tells one kind of seating from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatingKind {
    pub sizes: Sizes,
    /// Fewest at a table once some stay away or leave: with fewer left, they join others.
    pub fewest: usize,
    /// Most at a table while there is room for another.
    pub most: usize,
    pub stands: Stands,
    pub drawn: Drawn,
    pub planned: Planned,
    /// The roles that people have at a table, in the order they are given.
    pub roles: &'static [Role],
    pub texts: TextsOf,
    pub goes_to: GoesTo,
}

/// How many sit at each table when nobody has come late or left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizes {
    NoTables,
    /// Two, and one trio when the number is odd.
    Twos,
    /// Three; one or two tables have four.
    Threes,
    /// Four or five, as few tables as possible.
    FoursAndFives,
    /// As many as the unit has; a unit that is too large is shared evenly.
    ByUnit,
}

/// How long tables stand before new ones are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// New for each step.
    Step,
    /// New for each round of the item; a step that is no round keeps those of the last one.
    Round,
    Item,
    Meeting,
}

/// How people are given a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// They are not.
    Never,
    /// Turn by turn, so that nobody meets twice before all have met.
    InTurn,
    /// Beside somebody who has listened for something else.
    AcrossOrders,
    /// By chance, weighed by who has shared a table before and by the planner's rules.
    Weighed,
    /// Round hosts who stay, with as few as possible who come back to a table or meet again.
    RoundHosts,
}

/// Whether tables can be planned before the meeting, and who sits as planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planned {
    /// They are set when they are needed.
    Never,
    /// Whoever has come when the tables are set. A table of two or three does not wait: a
    /// late-comer joins where there are fewest.
    OnTime,
    /// Late-comers too, while their table is in use.
    LateToo,
}

/// Whose a table's text is, and so whom it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextsOf {
    /// The table's, as it was set: those who sit there.
    TheTable,
    /// The number's on the sign, through all rounds: whoever sits or has sat at it.
    TheNumber,
}

/// What people are told they go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoesTo {
    /// Somebody to meet: «du møter Kari».
    Partner,
    /// A number on a sign, and those who sit there.
    Table,
}

const ROOM: SeatingKind = SeatingKind {
    sizes: Sizes::NoTables,
    fewest: 0,
    most: usize::MAX,
    stands: Stands::Step,
    drawn: Drawn::Never,
    planned: Planned::Never,
    roles: &[],
    texts: TextsOf::TheTable,
    goes_to: GoesTo::Table,
};

const PAIRS: SeatingKind = SeatingKind {
    sizes: Sizes::Twos,
    fewest: 2,
    most: 3,
    stands: Stands::Step,
    drawn: Drawn::InTurn,
    planned: Planned::OnTime,
    roles: &[],
    texts: TextsOf::TheTable,
    goes_to: GoesTo::Partner,
};

const NEIGHBOURS: SeatingKind =
    SeatingKind { drawn: Drawn::AcrossOrders, planned: Planned::Never, ..PAIRS };

const TRIOS: SeatingKind = SeatingKind {
    sizes: Sizes::Threes,
    fewest: 2,
    most: 4,
    stands: Stands::Item,
    drawn: Drawn::Weighed,
    planned: Planned::OnTime,
    roles: &Role::ALL,
    texts: TextsOf::TheTable,
    goes_to: GoesTo::Table,
};

const GROUPS: SeatingKind = SeatingKind {
    sizes: Sizes::FoursAndFives,
    fewest: 3,
    most: 5,
    stands: Stands::Meeting,
    drawn: Drawn::Weighed,
    planned: Planned::LateToo,
    roles: &Role::ALL,
    texts: TextsOf::TheTable,
    goes_to: GoesTo::Table,
};

const MIXED: SeatingKind = SeatingKind { stands: Stands::Item, ..GROUPS };

const CAFE: SeatingKind = SeatingKind {
    stands: Stands::Round,
    drawn: Drawn::RoundHosts,
    roles: &[Role::CafeHost],
    texts: TextsOf::TheNumber,
    ..GROUPS
};

const HOME: SeatingKind =
    SeatingKind { sizes: Sizes::ByUnit, fewest: 2, most: 6, stands: Stands::Item, ..GROUPS };

impl Seating {
    /// Returns the row of this kind.
    #[must_use]
    pub const fn kind(self) -> &'static SeatingKind {
        match self {
            Seating::Room => &ROOM,
            Seating::Pairs => &PAIRS,
            Seating::Neighbours => &NEIGHBOURS,
            Seating::Trios => &TRIOS,
            Seating::Groups => &GROUPS,
            Seating::Mixed => &MIXED,
            Seating::Cafe => &CAFE,
            Seating::Home => &HOME,
        }
    }

    /// Tells whether people sit at tables at all.
    #[must_use]
    pub fn has_tables(self) -> bool {
        self.kind().sizes != Sizes::NoTables
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind, as the compiler knows them: the arm of one names the next.
    fn all() -> Vec<Seating> {
        let next = |kind: &Seating| match kind {
            Seating::Room => Some(Seating::Pairs),
            Seating::Pairs => Some(Seating::Neighbours),
            Seating::Neighbours => Some(Seating::Trios),
            Seating::Trios => Some(Seating::Groups),
            Seating::Groups => Some(Seating::Mixed),
            Seating::Mixed => Some(Seating::Cafe),
            Seating::Cafe => Some(Seating::Home),
            Seating::Home => None,
        };
        std::iter::successors(Some(Seating::Room), next).collect()
    }

    fn of(kind: fn(&SeatingKind) -> bool) -> Vec<Seating> {
        all().into_iter().filter(|seating| kind(seating.kind())).collect()
    }

    #[test]
    fn stored_names_stay() {
        let stored: Vec<String> =
            all().iter().map(|it| serde_json::to_string(it).unwrap()).collect();
        let names = ["room", "pairs", "neighbours", "trios", "groups", "mixed", "cafe", "home"];
        assert_eq!(stored, names.map(|name| format!("\"{name}\"")));
    }

    #[test]
    fn a_row_does_not_contradict_itself() {
        for seating in all() {
            let row = seating.kind();
            let has_tables = seating.has_tables();
            assert_eq!(has_tables, row.drawn != Drawn::Never, "{seating:?}");
            assert!(!has_tables || (2..=row.most).contains(&row.fewest), "{seating:?}");
            assert!(has_tables || row.planned == Planned::Never, "{seating:?}");
            assert!(has_tables || row.roles.is_empty(), "{seating:?}");
            let has_hosts = row.roles.contains(&Role::CafeHost);
            assert_eq!(has_hosts, row.drawn == Drawn::RoundHosts, "{seating:?}");
            let keeps_texts = row.texts == TextsOf::TheNumber;
            assert!(!keeps_texts || row.stands == Stands::Round, "{seating:?}");
        }
    }

    #[test]
    fn a_meeting_has_groups_of_one_kind() {
        assert_eq!(of(|row| row.stands == Stands::Meeting), [Seating::Groups]);
    }
}

//! What has been written in a meeting: found by its number, its field, whose it is, and what it grew
//! from.
//!
//! **Invariant `one-text-a-field`:** in a field stands one text at most, and a text that has been
//! taken back stands in none. Held here: nothing else changes what is written.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use kernel::ids::{ContributionId, Place, SeatId, SeatingNo, TableNumber};
use kernel::step::Kind;
use kernel::time::Moment;

/// Something that has been written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    pub id: ContributionId,
    pub by: SeatId,
    /// The seating and table that own it, when a table does.
    pub table: Option<(SeatingNo, TableNumber)>,
    pub place: Place,
    pub kind: Kind,
    pub slot: u8,
    pub text: String,
    pub parents: Vec<ContributionId>,
    pub stands: BTreeSet<SeatId>,
    /// How many times it has been written.
    pub version: u32,
    pub withdrawn: bool,
    pub at: Moment,
}

/// The natural key of a field: whose it is, where, and which line of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldKey {
    pub owner: Owner,
    pub place: Place,
    pub kind: Kind,
    pub slot: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    Seat(SeatId),
    /// A table of a seating, by the seating's position in the log of seatings.
    Table(SeatingNo, TableNumber),
}

/// Everything that has been written.
#[derive(Clone, Debug, Default)]
pub struct Written {
    all: BTreeMap<ContributionId, Contribution>,
    children: BTreeMap<ContributionId, BTreeSet<ContributionId>>,
    in_fields: BTreeMap<FieldKey, ContributionId>,
    by_owner: BTreeMap<Owner, BTreeSet<ContributionId>>,
}

impl Contribution {
    #[must_use]
    pub fn field(&self) -> FieldKey {
        let owner = match self.table {
            Some((seating, table)) => Owner::Table(seating, table),
            None => Owner::Seat(self.by),
        };
        FieldKey { owner, place: self.place, kind: self.kind, slot: self.slot }
    }
}

impl Written {
    #[must_use]
    pub fn get(&self, id: ContributionId) -> Option<&Contribution> {
        self.all.get(&id)
    }

    /// Returns everything, in the order it was first written; what was taken back is among it.
    #[must_use]
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Contribution> + Clone {
        self.all.values()
    }

    /// Returns everything that stands.
    #[must_use]
    pub fn standing(&self) -> impl DoubleEndedIterator<Item = &Contribution> + Clone {
        self.all().filter(|it| !it.withdrawn)
    }

    /// Returns what stands in a field, if anything does.
    #[must_use]
    pub fn in_field(&self, field: FieldKey) -> Option<&Contribution> {
        self.get(*self.in_fields.get(&field)?)
    }

    /// Returns what stands of the texts of an owner, in the order they were first written.
    pub fn of(&self, owner: Owner) -> impl Iterator<Item = &Contribution> {
        self.all_of(owner).filter(|it| !it.withdrawn)
    }

    /// Returns the texts of an owner; what was taken back is among them.
    pub fn all_of(&self, owner: Owner) -> impl Iterator<Item = &Contribution> {
        self.by_owner.get(&owner).into_iter().flatten().filter_map(|id| self.get(*id))
    }

    /// Returns what grew from a text, at one remove.
    pub fn grown_from(&self, id: ContributionId) -> impl Iterator<Item = &Contribution> {
        self.children.get(&id).into_iter().flatten().filter_map(|id| self.get(*id))
    }

    /// Returns the number of the text that is written next.
    #[must_use]
    pub fn next(&self) -> ContributionId {
        ContributionId(self.all.keys().next_back().map_or(0, |id| id.0) + 1)
    }

    pub(crate) fn write(&mut self, text: Contribution) {
        let (id, field) = (text.id, text.field());
        self.in_fields.insert(field, id);
        self.by_owner.entry(field.owner).or_default().insert(id);
        self.adopt(id, &text.parents);
        self.all.insert(id, text);
    }

    pub(crate) fn rewrite(&mut self, id: ContributionId, text: &str, parents: &[ContributionId]) {
        let Some(it) = self.all.get_mut(&id) else { return };
        text.clone_into(&mut it.text);
        it.version += 1;
        // Those who stood behind other words are asked again.
        it.stands.clear();
        let old = std::mem::replace(&mut it.parents, parents.to_vec());
        for parent in old {
            if let Some(children) = self.children.get_mut(&parent) {
                children.remove(&id);
            }
        }
        self.adopt(id, parents);
    }

    fn adopt(&mut self, child: ContributionId, parents: &[ContributionId]) {
        for parent in parents {
            self.children.entry(*parent).or_default().insert(child);
        }
    }

    pub(crate) fn withdraw(&mut self, id: ContributionId) {
        if let Some(it) = self.all.get_mut(&id) {
            it.withdrawn = true;
            let field = it.field();
            self.in_fields.remove(&field);
        }
    }

    /// A text comes back to its field, unless something else has been written there.
    pub(crate) fn restore(&mut self, id: ContributionId) {
        let Some(it) = self.all.get_mut(&id).filter(|it| it.withdrawn) else { return };
        if let Entry::Vacant(free) = self.in_fields.entry(it.field()) {
            free.insert(id);
            it.withdrawn = false;
        }
    }

    pub(crate) fn stand(&mut self, point: ContributionId, seat: SeatId, stands: bool) {
        let Some(it) = self.all.get_mut(&point) else { return };
        if stands {
            it.stands.insert(seat);
        } else {
            it.stands.remove(&seat);
        }
    }
}

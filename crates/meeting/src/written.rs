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
    /// In the order they were first written.
    all: Vec<Contribution>,
    places: BTreeMap<ContributionId, usize>,
    children: BTreeMap<ContributionId, BTreeSet<ContributionId>>,
    in_fields: BTreeMap<FieldKey, ContributionId>,
    by_owner: BTreeMap<Owner, Vec<ContributionId>>,
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
        self.all.get(*self.places.get(&id)?)
    }

    /// Returns everything, in the order it was first written; what was taken back is among it.
    #[must_use]
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Contribution> + Clone {
        self.all.iter()
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

    /// Returns an id for the text that is written next, by chance: it stands on the wall beside those
    /// of others, and must tell nobody who wrote first and who last.
    #[must_use]
    pub fn free_id(&self, chance: u64) -> ContributionId {
        let mut all = (0..).map(|tries: u64| ContributionId(scattered(chance.wrapping_add(tries))));
        let free = all.find(|id| id.0 != 0 && !self.places.contains_key(id));
        free.unwrap_or(ContributionId(u32::MAX))
    }

    fn get_mut(&mut self, id: ContributionId) -> Option<&mut Contribution> {
        self.all.get_mut(*self.places.get(&id)?)
    }

    pub(crate) fn write(&mut self, text: Contribution) {
        let (id, field) = (text.id, text.field());
        self.in_fields.insert(field, id);
        self.by_owner.entry(field.owner).or_default().push(id);
        self.adopt(id, &text.parents);
        self.places.insert(id, self.all.len());
        self.all.push(text);
    }

    pub(crate) fn rewrite(&mut self, id: ContributionId, text: &str, parents: &[ContributionId]) {
        let Some(it) = self.get_mut(id) else { return };
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
        if let Some(it) = self.get_mut(id) {
            it.withdrawn = true;
            let field = it.field();
            self.in_fields.remove(&field);
        }
    }

    /// A text comes back to its field, unless something else has been written there.
    pub(crate) fn restore(&mut self, id: ContributionId) {
        let Some(field) = self.get(id).filter(|it| it.withdrawn).map(Contribution::field) else {
            return;
        };
        if let Entry::Vacant(free) = self.in_fields.entry(field) {
            free.insert(id);
            if let Some(it) = self.get_mut(id) {
                it.withdrawn = false;
            }
        }
    }

    pub(crate) fn stand(&mut self, point: ContributionId, seat: SeatId, stands: bool) {
        let Some(it) = self.get_mut(point) else { return };
        if stands {
            it.stands.insert(seat);
        } else {
            it.stands.remove(&seat);
        }
    }
}

/// Half of what the generator of Steele, Lea and Flood (2014) makes of a number, and never a minus.
fn scattered(chance: u64) -> u32 {
    let mut mixed = chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed >> 33) as u32
}

#[cfg(test)]
mod tests {
    use kernel::ids::ItemNo;

    use super::*;

    fn note(written: &Written, seat: u32, chance: u64) -> Contribution {
        Contribution {
            id: written.free_id(chance),
            by: SeatId(seat),
            table: None,
            place: Place { item: ItemNo(0), step: 1 },
            kind: Kind::Note,
            slot: 0,
            text: "Vi lytter".to_owned(),
            parents: vec![],
            stands: BTreeSet::new(),
            version: 1,
            withdrawn: false,
            at: Moment(0),
        }
    }

    #[test]
    fn ids_tell_nothing_of_who_wrote_first_and_the_order_is_kept() {
        let mut first = 0;
        for meeting in 0..1_000_u64 {
            let mut written = Written::default();
            for seat in 1..=20 {
                written.write(note(&written, seat, meeting * 1_000 + u64::from(seat)));
            }
            let by: Vec<u32> = written.all().map(|it| it.by.0).collect();
            assert_eq!(by, (1..=20).collect::<Vec<_>>());
            let lowest = written.all().min_by_key(|it| it.id);
            first += u32::from(lowest.is_some_and(|it| it.by == SeatId(1)));
        }
        assert!((20..90).contains(&first), "the first has the lowest id in {first} of 1,000");
    }

    #[test]
    fn an_id_is_given_once() {
        let mut written = Written::default();
        for seat in 1..=50 {
            written.write(note(&written, seat, 7));
        }
        let ids: BTreeSet<ContributionId> = written.all().map(|it| it.id).collect();
        assert_eq!(ids.len(), 50);
    }
}

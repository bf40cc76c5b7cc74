//! What two people pay for sharing a table once more.
//!
//! Few people: one number for each pair, which follows every meeting. Many people: such a table
//! outgrows the near caches, and a swap would write all over it. Most pairs have never met, so
//! then a bit for each pair says whether the two pay at all. Only for those few is the sum worked
//! out: the past stands in short lists, and meetings in the plan are counted by laying the two
//! people's tables beside each other, four rounds in one word.

use crate::model::{Model, NONE};
use crate::width::{id, weight};

use super::APART;

/// Up to so many people, a number for each pair stays in the near caches.
const DENSE_MAX: usize = 512;
/// Beyond so many rounds, laying tables beside each other takes longer than reading a number.
const ROUNDS_MAX: usize = 16;
/// Rounds in one word of seats.
const LANES: usize = 4;
/// The seat of somebody who sits nowhere: one for each person, so that no two are equal.
const NOWHERE: u16 = 0x8000;

#[derive(Clone)]
pub(super) enum Pairs {
    /// `[p * n + q]`: history, the repeat weight for each meeting so far, and a large sum for
    /// pairs that may never meet.
    Dense(Vec<u16>),
    Sparse(Sparse),
}

#[derive(Clone)]
pub(super) struct Sparse {
    repeat: u16,
    /// Words of `seats` for a person.
    width: usize,
    /// `[p * width + r / LANES]`: the tables of four rounds.
    seats: Vec<u64>,
    /// Words of `ties` for a person.
    words: usize,
    /// `[p * words + q / 64]`: a bit for each pair that pays anything.
    ties: Vec<u64>,
    /// `[p]`: a bit for each 64th person, set when one of them is in the past of `p`.
    marks: Vec<u64>,
    /// `[p]`: where the past of `p` begins in `past`; one more at the end.
    first: Vec<usize>,
    /// The other and the weight, by the other's number.
    past: Vec<(u16, u16)>,
}

impl Pairs {
    /// Nobody seated. `needs_rows` when `row` will be asked.
    pub(super) fn new(model: &Model, needs_rows: bool) -> Pairs {
        if needs_rows || model.n <= DENSE_MAX || model.rounds > ROUNDS_MAX {
            let mut weights = vec![0; model.n * model.n];
            for person in 0..model.n {
                for (other, weight) in past(model, person) {
                    weights[person * model.n + usize::from(other)] = weight;
                }
            }
            return Pairs::Dense(weights);
        }
        let words = model.n.div_ceil(64);
        let mut sparse = Sparse {
            repeat: weight(model.problem.repeat_weight),
            width: model.rounds.div_ceil(LANES),
            seats: vec![],
            words,
            ties: vec![0; model.n * words],
            marks: vec![0; model.n],
            first: vec![0],
            past: vec![],
        };
        for person in 0..model.n {
            let nowhere = u64::from(NOWHERE | id(person)) * (u64::MAX / 0xFFFF);
            sparse.seats.extend(std::iter::repeat_n(nowhere, sparse.width));
            for (other, weight) in past(model, person).into_iter().filter(|past| past.1 > 0) {
                sparse.tie(person, usize::from(other), true);
                sparse.marks[person] |= 1 << (other % 64);
                sparse.past.push((other, weight));
            }
            sparse.first.push(sparse.past.len());
        }
        Pairs::Sparse(sparse)
    }

    #[inline]
    pub(super) fn weight(&self, n: usize, one: u16, other: u16) -> i32 {
        match self {
            Pairs::Dense(weights) => i32::from(weights[usize::from(one) * n + usize::from(other)]),
            Pairs::Sparse(sparse) if sparse.tied(one, other) & 1 == 1 => sparse.sum(one, other),
            Pairs::Sparse(_) => 0,
        }
    }

    /// What `far` together pay beside `one`, and `near` beside `other`. Reads along the rows of
    /// `one` and `near`, which stay at hand while one person is proposed many swaps.
    #[inline]
    pub(super) fn across(
        &self,
        n: usize,
        (one, far): (u16, &[u16]),
        (near, other): (&[u16], u16),
    ) -> i32 {
        match self {
            Pairs::Dense(weights) => {
                let weight = |mine: u16, theirs: u16| {
                    i32::from(weights[usize::from(mine) * n + usize::from(theirs)])
                };
                let far: i32 = far.iter().map(|mate| weight(one, *mate)).sum();
                far + near.iter().map(|mate| weight(*mate, other)).sum::<i32>()
            }
            Pairs::Sparse(sparse) => {
                let mut some = 0;
                for &mate in far {
                    some |= sparse.tied(one, mate);
                }
                for &mate in near {
                    some |= sparse.tied(mate, other);
                }
                if some & 1 == 0 {
                    return 0;
                }
                let far: i32 = far.iter().map(|mate| self.weight(n, one, *mate)).sum();
                far + near.iter().map(|mate| self.weight(n, *mate, other)).sum::<i32>()
            }
        }
    }

    /// What `person` pays beside each other person; nothing when there are many people.
    #[inline]
    pub(super) fn row(&self, n: usize, person: u16) -> &[u16] {
        match self {
            Pairs::Dense(weights) => {
                let first = usize::from(person) * n;
                &weights[first..first + n]
            }
            Pairs::Sparse(_) => &[],
        }
    }

    /// The two meet once more, before their seats say so.
    #[inline]
    pub(super) fn meet(&mut self, n: usize, one: u16, other: u16, repeat: u16) {
        let (mine, theirs) = (usize::from(one), usize::from(other));
        match self {
            Pairs::Dense(weights) => {
                weights[mine * n + theirs] += repeat;
                weights[theirs * n + mine] += repeat;
            }
            Pairs::Sparse(sparse) => {
                sparse.tie(mine, theirs, true);
                sparse.tie(theirs, mine, true);
            }
        }
    }

    /// The two meet once less, after their seats say so.
    #[inline]
    pub(super) fn part(&mut self, n: usize, one: u16, other: u16, repeat: u16) {
        let (mine, theirs) = (usize::from(one), usize::from(other));
        match self {
            Pairs::Dense(weights) => {
                weights[mine * n + theirs] -= repeat;
                weights[theirs * n + mine] -= repeat;
            }
            Pairs::Sparse(sparse) => {
                let tied = sparse.sum(one, other) != 0;
                sparse.tie(mine, theirs, tied);
                sparse.tie(theirs, mine, tied);
            }
        }
    }

    /// `person` sits at `table` in `round`, or nowhere.
    #[inline]
    pub(super) fn sit(&mut self, round: usize, person: u16, table: u16) {
        if let Pairs::Sparse(sparse) = self {
            let seat = if table == NONE { NOWHERE | person } else { table };
            let word = &mut sparse.seats[usize::from(person) * sparse.width + round / LANES];
            let shift = round % LANES * 16;
            *word = *word & !(0xFFFF << shift) | u64::from(seat) << shift;
        }
    }
}

impl Sparse {
    /// The lowest bit says whether the two pay for each other.
    #[inline]
    fn tied(&self, one: u16, other: u16) -> u64 {
        let (mine, theirs) = (usize::from(one), usize::from(other));
        self.ties[mine * self.words + theirs / 64] >> (theirs % 64)
    }

    #[inline]
    fn tie(&mut self, mine: usize, theirs: usize, tied: bool) {
        let word = &mut self.ties[mine * self.words + theirs / 64];
        *word = *word & !(1 << (theirs % 64)) | u64::from(tied) << (theirs % 64);
    }

    fn sum(&self, one: u16, other: u16) -> i32 {
        let (mine, theirs) = (usize::from(one), usize::from(other));
        let seats = |person: usize| &self.seats[person * self.width..(person + 1) * self.width];
        let both = seats(mine).iter().zip(seats(theirs));
        let met: u32 = both.map(|(mine, theirs)| equal(*mine, *theirs)).sum();
        let met = i32::from(self.repeat) * i32::try_from(met).unwrap_or(0);
        if self.marks[mine] >> (theirs % 64) & 1 == 0 {
            return met;
        }
        let past = &self.past[self.first[mine]..self.first[mine + 1]];
        let place = past.binary_search_by_key(&other, |(person, _)| *person);
        met + place.map_or(0, |place| i32::from(past[place].1))
    }
}

/// How many of the four seats in two words are the same.
#[inline]
fn equal(one: u64, other: u64) -> u32 {
    const LOW: u64 = 0x7FFF_7FFF_7FFF_7FFF;
    let differ = one ^ other;
    let zeros = !(((differ & LOW) + LOW) | differ | LOW);
    if zeros == 0 { 0 } else { zeros.count_ones() }
}

/// Whom `person` has met before the plan, or may never meet, and what that weighs; by number.
fn past(model: &Model, person: usize) -> Vec<(u16, u16)> {
    let met = model.history[person].iter().map(|&(other, tenths)| (other, weight(tenths)));
    let banned = model.apart[person].iter().map(|&other| (other, weight(APART)));
    let mut all: Vec<(u16, u16)> = met.chain(banned).collect();
    all.sort_unstable();
    let mut past: Vec<(u16, u16)> = Vec::with_capacity(all.len());
    for (other, weight) in all {
        match past.last_mut().filter(|last| last.0 == other) {
            Some(last) => last.1 += weight,
            None => past.push((other, weight)),
        }
    }
    past
}

#[cfg(test)]
mod tests {
    use super::equal;

    #[test]
    fn equal_seats_are_counted_lane_by_lane() {
        assert_eq!(equal(0, 0), 4);
        assert_eq!(equal(0x0001_0002_0003_0004, 0x0001_0002_0004_0003), 2);
        assert_eq!(equal(0xFFFF_0000_8000_7FFF, 0x7FFF_8000_0000_FFFF), 0);
        assert_eq!(equal(0xFFFF_0000_8000_7FFF, 0xFFFF_8000_8000_FFFF), 2);
    }
}

//! Chance from a seed (`SplitMix64`), so that a run can be played again.

#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    #[must_use]
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    /// Returns a source of its own for one part of the run, so that the order in which the parts
    /// are asked changes nothing.
    #[must_use]
    pub fn fork(&self, label: u64) -> Chance {
        let mut forked = Chance(self.0 ^ label.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        forked.next_number();
        forked
    }

    pub fn next_number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below a bound; 0 for the bound 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next_number() % bound).unwrap_or(0)
    }

    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let other = self.below(last + 1);
            things.swap(last, other);
        }
    }

    /// Returns the name of an operation: 32 hex signs.
    pub fn op(&mut self) -> String {
        format!("{:016x}{:016x}", self.next_number(), self.next_number())
    }

    /// Returns a mark that stands in one text only, so that the text is known wherever it shows.
    pub fn mark(&mut self) -> String {
        format!("§{:012x}", self.next_number() & 0xFFFF_FFFF_FFFF)
    }
}

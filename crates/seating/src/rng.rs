//! Random numbers from a seed (xoroshiro128+), the same on every machine.
//!
//! The crate brings its own generator so that a seed means the same seating for ever, whatever
//! a dependency does with its algorithms.

/// A stream of random numbers, fully given by its seed.
#[derive(Clone, Debug)]
pub struct Rng(u64, u64);

impl Rng {
    /// Starts the stream of `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Rng {
        let mut rng =
            Rng(seed ^ 0x9E37_79B9_7F4A_7C15, seed.wrapping_mul(0xD134_2543_DE82_EF95) | 1);
        // The first outputs of close seeds are alike.
        for _ in 0..8 {
            rng.bits();
        }
        rng
    }

    /// The next 64 bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        let first = self.0;
        let mut second = self.1;
        let sum = first.wrapping_add(second);
        second ^= first;
        self.0 = first.rotate_left(24) ^ second ^ (second << 16);
        self.1 = second.rotate_left(37);
        sum
    }

    /// The upper 32 bits of the next 64; the lowest bits of this generator are weak.
    #[inline]
    pub fn word(&mut self) -> u32 {
        (self.bits() >> 32) as u32
    }

    /// A number in `0..end`; 0 when `end` is 0. `end` must fit 32 bits.
    #[inline]
    pub fn below(&mut self, end: usize) -> usize {
        ((u64::from(self.word()) * end as u64) >> 32) as usize
    }

    /// Whether a chance of one in `odds` fell.
    #[inline]
    pub fn one_in(&mut self, odds: usize) -> bool {
        self.below(odds) == 0
    }

    /// Puts `items` in random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }

    /// One of `items`, each as likely; `None` when there is none.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.below(items.len())).copied()
    }
}

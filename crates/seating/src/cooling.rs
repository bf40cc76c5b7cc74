//! How warm the search is: which worsening it still accepts, and when it cools.
//!
//! Exponentials are computed here, from additions and multiplications alone, so that a seed and
//! a step budget give the same seating on every machine and in a browser.

/// Changes of cost beyond this are never accepted.
const CHANGE_MAX: usize = 512;
/// Share of a cycle that cools slowly; the rest drops to `COLD`.
const SLOW: f64 = 0.85;
/// The last temperature, where hardly a worse seating is accepted.
const COLD: f64 = 0.4;

/// First and last temperature of the slow part, in cost.
#[derive(Clone, Copy, Debug)]
pub struct Temperatures {
    pub first: f64,
    pub last: f64,
}

/// The chance of each worsening at one temperature, as a bound on a 32-bit word.
pub struct Acceptance {
    bound: [u32; CHANGE_MAX],
    reach: i32,
}

impl Acceptance {
    pub fn new() -> Acceptance {
        Acceptance { bound: [0; CHANGE_MAX], reach: 1 }
    }

    pub fn set(&mut self, temperature: f64) {
        let factor = exp(-1.0 / temperature);
        let mut chance = 1.0;
        for bound in &mut self.bound {
            *bound = word(chance);
            chance *= factor;
        }
        let reach = self.bound.iter().take_while(|bound| **bound > 0).count();
        self.reach = i32::try_from(reach).unwrap_or(i32::MAX);
    }

    /// The smallest change for the worse that is never accepted.
    #[inline]
    pub fn reach(&self) -> i32 {
        self.reach
    }

    /// Whether a change is accepted when `word` falls; gains and even changes always are.
    #[inline]
    pub fn accepts(&self, change: i32, word: u32) -> bool {
        match usize::try_from(change) {
            Ok(0) | Err(_) => true,
            Ok(change) => self.bound.get(change).is_some_and(|bound| word < *bound),
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a chance is within 0..=1"
)]
fn word(chance: f64) -> u32 {
    (chance * 4_294_967_295.0) as u32
}

/// The temperature when `share` (0..=1) of a cycle is spent.
pub fn temperature(range: Temperatures, share: f64) -> f64 {
    if share < SLOW {
        range.first * exp(ln(range.last / range.first) * share / SLOW)
    } else {
        range.last
            * exp(ln(COLD.min(range.last) / range.last) * ((share - SLOW) / (1.0 - SLOW)).min(1.0))
    }
}

/// e to the `power`, by its series; for powers between −20 and 20.
fn exp(power: f64) -> f64 {
    let part = power / 16.0;
    let mut term = 1.0;
    let mut sum = 1.0;
    for index in 1..24 {
        term *= part / f64::from(index);
        sum += term;
    }
    let square = sum * sum;
    let fourth = square * square;
    let eighth = fourth * fourth;
    eighth * eighth
}

/// The natural logarithm of a number between 0.001 and 1,000.
fn ln(number: f64) -> f64 {
    let mut scaled = number;
    let mut twos = 0.0;
    while scaled > 1.5 {
        scaled /= 2.0;
        twos += 1.0;
    }
    while scaled < 0.75 {
        scaled *= 2.0;
        twos -= 1.0;
    }
    let ratio = (scaled - 1.0) / (scaled + 1.0);
    let mut power = ratio;
    let mut sum = 0.0;
    for index in 0..20 {
        sum += power / f64::from(2 * index + 1);
        power *= ratio * ratio;
    }
    2.0 * sum + twos * std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::{exp, ln};

    #[test]
    fn the_series_agree_with_the_library() {
        for power in [-12.0, -2.5, -0.1, 0.0, 0.7, 3.0_f64] {
            assert!((exp(power) / power.exp() - 1.0).abs() < 1e-9, "{power}");
        }
        for number in [0.05, 0.3, 1.0, 6.0, 700.0_f64] {
            assert!((ln(number) - number.ln()).abs() < 1e-9, "{number}");
        }
    }
}

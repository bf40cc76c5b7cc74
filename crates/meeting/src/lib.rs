//! The host of a live meeting, as pure functions: what may happen, what happened, what each
//! screen may show.
//!
//! ```text
//! wish (Command) ──decide──▶ facts (Event) ──evolve──▶ State ──screens──▶ what one viewer may see
//! ```
//!
//! Only facts are stored. The shell appends them if the log has not grown since the decision, and
//! decides again if it has.
//!
//! **Invariant `decide-is-idempotent`:** the same wish twice gives no second fact; a wish that
//! moves the meeting names the place it leaves. Held by [`decide::decide`] and its tests.
//!
//! **Invariant `facts-only-grow`:** variants and fields of [`event::Event`] are added, never
//! renamed or removed. Held by the golden file `src/event/golden.jsonl`.
//!
//! **Invariant `seen-by`:** what a viewer may see of what others wrote is decided in
//! [`seen::may_see`], and nowhere else.

pub mod cafe;
pub mod company;
pub mod created;
pub mod decide;
pub mod drawing;
pub mod event;
pub mod evolve;
pub mod expected;
pub mod field;
pub mod given;
pub mod goals;
pub mod groups;
pub mod names;
pub mod order;
pub mod pace;
pub mod reach;
pub mod refusal;
pub mod screens;
pub mod seen;
pub mod state;
pub mod tables;
pub mod written;

#[cfg(test)]
mod tests;

#[cfg(test)]
mod properties;

//! Who sits with whom, so that people meet people they have not met.
//!
//! Seed in, seating out: no clock, no randomness but the seed, no files. `docs/seating.md` tells
//! the model; this is the map.
//!
//! * [`problem`] what is asked, [`score`] the one judge of a plan, [`bound`] what no plan beats;
//! * [`solve`] the way from one to the other, [`repair`] when the day turns out otherwise,
//!   [`roles`] who chairs;
//! * [`rules`] which rules clash; [`design`] plans without a repeat by construction;
//! * [`draw`] groups, pairs and trios for a meeting that is running.
//!
//! **Invariant `same-seed-same-seating`:** a result depends on the problem, the seed and what the
//! budget answers, and on nothing else. Held by integer costs, an own generator ([`rng`]) and
//! ordered collections.

pub mod problem;

pub mod score;

pub mod bound;

pub mod rules;

pub mod solve;

pub mod anneal;

pub mod repair;

pub mod roles;

pub mod draw;

pub mod design;

pub mod rng;

mod cooling;
mod model;
mod start;
mod state;
mod width;

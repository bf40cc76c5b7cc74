//! The words of steps that a planner has put together: by how people work, not by a way of
//! working. What the planner wrote for a step stands before these.

/// The name that these texts begin with, where a tool has its own.
pub const NAME: &str = "own";

/// Fluent texts: bokmål, nynorsk, English.
pub const TEXTS: [&str; 3] = kernel::texts!("own");

//! A meeting before it is held: the list of meetings, its plan, its people and its papers.

pub mod around;
pub mod editor;
pub mod groups;
pub mod importing;
pub mod invitation;
pub mod meetings;
pub mod paper;
pub mod quick;
pub mod templates;
pub mod thresholds;

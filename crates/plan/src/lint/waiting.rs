//! Rules that ask for what no row can tell yet, and what each waits for.
//!
//! A planner who is asked about a year wheel that there is nowhere to fill in learns to pass the
//! advice by. Such a rule is not shown and not counted until its row is there; `sloyfe lint` has
//! what it asks for from the file it reads. A test compares the list with the rules' examples: a
//! rule that needs something of [`super::around::Awaited`] is here, and no other.

/// What has to be there first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// Who belongs to a unit, who comes, and what they do.
    People,
    /// Which meetings follow each other.
    Series,
    /// The year and its focus areas.
    Year,
}

impl Waits {
    /// Returns what the rule waits for, for its page.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Waits::People => "people and units",
            Waits::Series => "series of meetings",
            Waits::Year => "the year wheel",
        }
    }
}

const WAITING: &[(&str, Waits)] = &[
    ("INV-02", Waits::People),
    ("ROLL-02", Waits::People),
    ("ROLL-03", Waits::People),
    ("LED-01", Waits::Series),
    ("ETT-02", Waits::Series),
    ("ETT-03", Waits::People),
    ("FREK-01", Waits::Series),
    ("PLAN-01", Waits::Year),
    ("VAR-01", Waits::Series),
];

/// Returns what the rule of a catalogue name waits for; nothing when it can be answered.
#[must_use]
pub fn for_what(rule: &str) -> Option<Waits> {
    WAITING.iter().find(|(waiting, _)| *waiting == rule).map(|(_, waits)| *waits)
}

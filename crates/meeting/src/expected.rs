//! The people a leader expects, as they are typed or pasted: one a line, with unit and work.

use std::collections::BTreeMap;

use kernel::cells;
use kernel::limits::SEATS_MAX;

use crate::names::{self, TakenNames, key};

/// Somebody whom the leader expects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// Names the person in this meeting and nowhere else.
    pub number: u32,
    pub name: String,
    /// Team, grade or unit; empty when it is not known.
    pub unit: String,
    /// Subject or role; empty when it is not known.
    pub work: String,
}

/// Words for work that make somebody the leader of the own unit.
const LEADS: [&str; 7] = ["leder", "leiar", "leader", "rektor", "styrer", "styrar", "principal"];
/// What the first cell of a pasted table's heading says.
const HEADINGS: [&str; 3] = ["navn", "namn", "name"];

impl Expected {
    /// Tells whether this person leads the own unit.
    #[must_use]
    pub fn leads(&self) -> bool {
        let work = self.work.to_lowercase();
        !self.unit.is_empty() && LEADS.iter().any(|word| work.contains(word))
    }

    /// Returns the line as it is typed.
    #[must_use]
    pub fn line(&self) -> String {
        let cells = [&self.name, &self.unit, &self.work].map(String::as_str);
        cells.join("; ").trim_end_matches("; ").to_owned()
    }
}

/// Reads a list. People who were on it `before` keep their numbers; of two with the same name,
/// the second gets a number, as at the door.
#[must_use]
pub fn read(text: &str, before: &[Expected]) -> Vec<Expected> {
    // Of two before with one key, the first is meant.
    let known: BTreeMap<String, u32> =
        before.iter().rev().map(|it| (key(&it.name), it.number)).collect();
    let mut last = before.iter().map(|it| it.number).max().unwrap_or(0);
    let mut names = TakenNames::default();
    let mut people: Vec<Expected> = vec![];
    for mut person in text.lines().filter_map(read_line).take(SEATS_MAX) {
        person.name = names.take(&person.name);
        person.number = known.get(&key(&person.name)).copied().unwrap_or_else(|| {
            last += 1;
            last
        });
        people.push(person);
    }
    people
}

fn read_line(line: &str) -> Option<Expected> {
    let mut cells = cells::of(line, cells::LIST).into_iter();
    let name = names::short(cells.next()?)?;
    if HEADINGS.contains(&name.to_lowercase().as_str()) {
        return None;
    }
    let mut next = || cells.next().and_then(names::short).unwrap_or_default();
    Some(Expected { number: 0, name, unit: next(), work: next() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        read(text, &[]).iter().map(Expected::line).collect()
    }

    #[test]
    fn a_list_is_read_as_people_paste_it() {
        let text =
            "Navn\tTeam\nKari  Nes\tTrinn 1\tNorsk\n\nOla; Trinn 2\nPer, Trinn 3, rektor\nEli";
        let want = ["Kari Nes; Trinn 1; Norsk", "Ola; Trinn 2", "Per; Trinn 3; rektor", "Eli"];
        assert_eq!(names(text), want);
    }

    #[test]
    fn two_of_the_same_name_can_be_told_apart() {
        assert_eq!(names("Kari\nkari\nKari"), ["Kari", "kari 2", "Kari 3"]);
        assert_eq!(names("Kari\nKari 2\nKari\nKari"), ["Kari", "Kari 2", "Kari 3", "Kari 4"]);
    }

    #[test]
    fn who_was_on_the_list_keeps_the_number() {
        let before = read("Kari\nOla\nPer", &[]);
        let after = read("Nils\nPer; Trinn 2", &before);
        let numbers: Vec<u32> = after.iter().map(|it| it.number).collect();
        assert_eq!(numbers, [4, 3]);
    }

    #[test]
    fn a_head_without_a_unit_leads_nobody() {
        let leads = |line: &str| read(line, &[])[0].leads();
        assert!(leads("Anne; Trinn 1; avdelingsleder"));
        assert!(!leads("Anne; ; rektor"));
        assert!(!leads("Anne; Trinn 1; norsk"));
    }
}

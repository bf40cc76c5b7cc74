//! The people a leader expects, as they are typed or pasted: one a line, with unit and work.

use kernel::limits::{NAME_GRAPHEMES_MAX, SEATS_MAX};
use unicode_segmentation::UnicodeSegmentation;

use crate::decide::clean;

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
    let mut people: Vec<Expected> = vec![];
    let mut last = before.iter().map(|it| it.number).max().unwrap_or(0);
    for line in text.lines() {
        let Some(mut person) = read_line(line) else { continue };
        if people.len() >= SEATS_MAX {
            break;
        }
        person.name = free(&person.name, &people);
        let known = before.iter().find(|it| key(&it.name) == key(&person.name));
        person.number = known.map_or_else(
            || {
                last += 1;
                last
            },
            |it| it.number,
        );
        people.push(person);
    }
    people
}

/// Returns a name as names are compared: case and spaces do not tell people apart.
#[must_use]
pub fn key(name: &str) -> String {
    clean(name).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn read_line(line: &str) -> Option<Expected> {
    let sign = ['\t', ';', ','].into_iter().find(|sign| line.contains(*sign)).unwrap_or(';');
    let mut cells = line.split(sign).map(short);
    let name = cells.next().filter(|name| !name.is_empty())?;
    if HEADINGS.contains(&name.to_lowercase().as_str()) {
        return None;
    }
    let mut next = || cells.next().unwrap_or_default();
    Some(Expected { number: 0, name, unit: next(), work: next() })
}

fn short(cell: &str) -> String {
    let cell = clean(cell).split_whitespace().collect::<Vec<_>>().join(" ");
    cell.graphemes(true).take(NAME_GRAPHEMES_MAX).collect()
}

fn free(name: &str, people: &[Expected]) -> String {
    let is_taken = |name: &str| people.iter().any(|it| key(&it.name) == key(name));
    let numbered = (2..).map(|number: u32| format!("{name} {number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_else(|| name.to_owned())
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

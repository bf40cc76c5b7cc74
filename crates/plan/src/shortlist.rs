//! Ways of working by what they are for, for the one who picks.
//!
//! The table is the catalogue's own (`docs/tools`): a purpose, and what to look at first.

use kernel::tool::Tool;

use crate::document::Item;
use crate::ways;

/// What a planner may want of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Få fram alles tanker.
    Voices,
    /// Dele erfaringer bredt og raskt.
    Share,
    /// Bli enige om få ting.
    Agree,
    /// Forstå resultater.
    Results,
    /// Lese fag sammen.
    Read,
    /// Lytte aktivt til innlegg.
    Listen,
    /// Undersøke egen praksis.
    Practice,
    /// Utfordre enighet.
    Challenge,
    /// Bli kjent, eller starte en satsing.
    Begin,
    /// Planlegge og følge opp.
    FollowUp,
}

impl Purpose {
    pub const ALL: [Purpose; 10] = [
        Purpose::Voices,
        Purpose::Share,
        Purpose::Agree,
        Purpose::Results,
        Purpose::Read,
        Purpose::Listen,
        Purpose::Practice,
        Purpose::Challenge,
        Purpose::Begin,
        Purpose::FollowUp,
    ];

    /// Returns its key in the texts, and in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Purpose::Voices => "voices",
            Purpose::Share => "share",
            Purpose::Agree => "agree",
            Purpose::Results => "results",
            Purpose::Read => "read",
            Purpose::Listen => "listen",
            Purpose::Practice => "practice",
            Purpose::Challenge => "challenge",
            Purpose::Begin => "begin",
            Purpose::FollowUp => "follow-up",
        }
    }

    /// Returns the purpose of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|purpose| purpose.key() == key)
    }
}

/// Purpose, way of working, and the key of the reason.
const SUGGESTED: [(Purpose, &str, &str); 18] = [
    (Purpose::Voices, "igp", "everyone-thinks-first"),
    (Purpose::Voices, "artifact-talk", "everyone-has-a-turn"),
    (Purpose::Voices, "dialogue-cafe", "ideas-grow-from-table-to-table"),
    (Purpose::Share, "speed-date", "many-short-talks"),
    (Purpose::Share, "dialogue-cafe", "ideas-grow-from-table-to-table"),
    (Purpose::Share, "article-exchange", "across-units"),
    (Purpose::Agree, "trio", "from-nine-to-three"),
    (Purpose::Agree, "igp", "groups-agree-on-points"),
    (Purpose::Results, "prep-work", "strengths-before-challenge"),
    (Purpose::Read, "article-exchange", "theory-meets-practice"),
    (Purpose::Listen, "listening-order", "everyone-listens-for-something"),
    (Purpose::Practice, "practice-story", "a-story-opens-practice"),
    (Purpose::Practice, "peer-supervision", "colleagues-help-one"),
    (Purpose::Challenge, "igp", "asks-what-we-disagree-on"),
    (Purpose::Challenge, "dialogue-cafe", "objections-have-a-round"),
    (Purpose::Begin, "artifact-talk", "a-thing-tells-who-we-are"),
    (Purpose::FollowUp, "closing", "who-does-what-when"),
    (Purpose::FollowUp, "plenary", "the-groups-hear-each-other"),
];

/// A way of working, and why it is where it is in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Its name in the catalogue.
    pub tool: &'static str,
    /// The key of the reason it is suggested; none for the others, which come after.
    pub reason: Option<&'static str>,
    /// From 1 (a collegium's first time) to 3.
    pub difficulty: u8,
    /// The smallest and largest number of people it suits.
    pub people: (u32, u32),
    /// The meeting has a number of people it suits.
    pub suits: bool,
    /// The minutes it wants.
    pub minutes: u32,
}

/// Returns the catalogue with what suits the purpose first, then what is easiest.
#[must_use]
pub fn shortlist(purpose: Option<Purpose>, people: u32, ways: &[&Tool]) -> Vec<Way> {
    let people = if people == 0 { ways::PEOPLE_USUAL } else { people };
    let way = |way: &&Tool| {
        let mut rows = SUGGESTED.iter();
        let row = rows.position(|(it, tool, _)| Some(*it) == purpose && *tool == way.name);
        let found = Way {
            tool: way.name,
            reason: row.map(|row| SUGGESTED[row].2),
            difficulty: way.difficulty,
            people: way.people,
            suits: (way.people.0..=way.people.1).contains(&people),
            minutes: ways::usual_minutes(way, people, &Item::default()),
        };
        (row.unwrap_or(usize::MAX), found)
    };
    let mut all: Vec<(usize, Way)> = ways.iter().map(way).collect();
    all.sort_by_key(|(row, way)| (way.reason.is_none(), !way.suits, *row, way.difficulty));
    all.into_iter().map(|(_, way)| way).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(purpose: Option<Purpose>, people: u32) -> Vec<&'static str> {
        shortlist(purpose, people, &tools::ALL).into_iter().map(|way| way.tool).collect()
    }

    #[test]
    fn what_suits_the_purpose_comes_first_and_nothing_is_left_out() {
        let all = names(Some(Purpose::Practice), 24);
        assert_eq!(all[..2], ["practice-story", "peer-supervision"]);
        assert_eq!(all.len(), tools::ALL.len());
        assert_eq!(names(None, 24).len(), tools::ALL.len());
    }

    #[test]
    fn what_is_for_fewer_people_comes_after() {
        let few = shortlist(Some(Purpose::Share), 20, &tools::ALL);
        assert_eq!((few[0].tool, few[0].suits), ("speed-date", true));
        let many = shortlist(Some(Purpose::Share), 120, &tools::ALL);
        assert_eq!((many[0].tool, many[1].tool), ("article-exchange", "speed-date"));
        assert!(!many[1].suits);
    }

    #[test]
    fn every_purpose_has_a_suggestion_that_exists() {
        for purpose in Purpose::ALL {
            let first = &shortlist(Some(purpose), 24, &tools::ALL)[0];
            assert!(first.reason.is_some(), "{}", purpose.key());
            assert_eq!(Purpose::from_key(purpose.key()), Some(purpose));
        }
        for (_, tool, _) in SUGGESTED {
            assert!(tools::named(tool).is_some(), "{tool}");
        }
    }
}

//! Ways of working by what they are for, for the one who picks.

use kernel::purpose::Purpose;
use kernel::tool::Tool;

use crate::document::Item;
use crate::ways;

/// A way of working, and why it is where it is in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Its name in the catalogue.
    pub tool: &'static str,
    /// What it is suggested for; none for the others, which come after.
    pub suggested: Option<Purpose>,
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
    let people = ways::people(people);
    let way = |way: &&Tool| {
        let place = purpose.and_then(|purpose| way.place_for(purpose));
        let found = Way {
            tool: way.name,
            suggested: purpose.filter(|_| place.is_some()),
            difficulty: way.difficulty,
            people: way.people,
            suits: (way.people.0..=way.people.1).contains(&people),
            minutes: ways::usual_minutes(way, people, &Item::default()),
        };
        (place, found)
    };
    let mut all: Vec<(Option<u8>, Way)> = ways.iter().map(way).collect();
    all.sort_by_key(|(place, way)| (place.is_none(), !way.suits, *place, way.difficulty));
    all.into_iter().map(|(_, way)| way).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(purpose: Option<Purpose>, people: u32) -> Vec<&'static str> {
        shortlist(purpose, people, tools::ALL).into_iter().map(|way| way.tool).collect()
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
        let few = shortlist(Some(Purpose::Share), 20, tools::ALL);
        assert_eq!((few[0].tool, few[0].suits), ("speed-date", true));
        let many = shortlist(Some(Purpose::Share), 120, tools::ALL);
        assert_eq!((many[0].tool, many[1].tool), ("article-exchange", "speed-date"));
        assert!(!many[1].suits);
    }

    #[test]
    fn every_purpose_has_suggestions_in_an_order() {
        for purpose in Purpose::ALL {
            let first = &shortlist(Some(purpose), 24, tools::ALL)[0];
            assert_eq!(first.suggested, Some(purpose), "{}", purpose.key());
            assert_eq!(Purpose::from_key(purpose.key()), Some(purpose));
            let mut places: Vec<u8> =
                tools::ALL.iter().filter_map(|tool| tool.place_for(purpose)).collect();
            places.sort_unstable();
            let first_places: Vec<u8> = (1..).take(places.len()).collect();
            assert_eq!(places, first_places, "{}: each place once", purpose.key());
        }
    }
}

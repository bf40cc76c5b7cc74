//! A whole program from three answers: what people want to be wiser about, how long they have, and
//! how many they are.
//!
//! Everyone thinks alone first, what works comes before what is hard, and the last minutes are for
//! who does what. Nothing here is the only way; it is a start that can be changed.

use std::ops::RangeInclusive;

use crate::document::{Item, ItemKind, Plan};
use crate::edit::mend::Inset;
use crate::lint::Thresholds;
use crate::lint::texts::Wording;
use crate::questions::bank::{self, Bank};
use crate::ways::{CLOSING, INPUT, PAUSE};

/// The meetings there is a quick plan for.
pub const MINUTES: RangeInclusive<u32> = 30..=180;
/// Fewer than four need no process, and more than this no quick one.
pub const PEOPLE: RangeInclusive<u32> = 4..=200;

const OPENING_MINUTES: u32 = 5;
const CLOSING_MINUTES: u32 = 10;
const PAIRS_MINUTES: u32 = 20;
/// Room for pairs before the group work.
const PAIRS_FROM_MINUTES: u32 = 60;
/// The people that a speed date suits.
const PAIRS_PEOPLE: RangeInclusive<u32> = 6..=80;
/// A work block longer than this is made two.
const BLOCK_MINUTES_MAX: u32 = 60;
/// From here on there are two breaks.
const TWO_BREAKS_FROM_MINUTES: u32 = 121;

/// The three answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub wiser: String,
    pub minutes: u32,
    pub people: u32,
}

/// Returns a plan that fills the minutes.
#[must_use]
pub fn plan(asked: &Asked, texts: Wording<'_>) -> Plan {
    let wiser = asked.wiser.trim().trim_end_matches(['.', '?']);
    Plan {
        title: capitalised(wiser),
        lang: texts.lang(),
        purpose: texts.named("quick-purpose", wiser),
        goals: vec![texts.word("quick-goal")],
        result: texts.written("outcome-points"),
        participants: asked.people,
        items: items(asked, wiser, texts),
        no_preparation: texts.word("quick-no-preparation"),
        groups_wanted: true,
        roles_wanted: true,
        result_channel: texts.written("channel"),
        stage: texts.written("show"),
        evaluate: true,
        ..Plan::default()
    }
    .with_ids()
}

fn items(asked: &Asked, wiser: &str, texts: Wording<'_>) -> Vec<Item> {
    let has_pairs = PAIRS_FROM_MINUTES <= asked.minutes && PAIRS_PEOPLE.contains(&asked.people);
    let limits = Thresholds::default();
    let breaks = match asked.minutes {
        TWO_BREAKS_FROM_MINUTES.. if has_pairs => 2,
        minutes if limits.net_minutes_max_without_break < minutes => 1,
        _ => 0,
    };
    let pairs = if has_pairs { PAIRS_MINUTES } else { 0 };
    let fixed = OPENING_MINUTES + CLOSING_MINUTES + pairs + breaks * limits.break_minutes;
    let work = asked.minutes.saturating_sub(fixed);
    let in_two = BLOCK_MINUTES_MAX < work || (0 < breaks && !has_pairs);
    let pause = || row(texts, Inset::Break, PAUSE, 10);
    let mut items = vec![opening(texts)];
    if has_pairs {
        items.push(talk(texts, "quick-pairs", "speed-date", PAIRS_MINUTES, Bank::Strengths));
        items.extend((0 < breaks).then(pause));
    }
    let second = if in_two { work / 2 } else { 0 };
    let mut main = talk(texts, "quick-main", "igp", work - second, Bank::Explore);
    main.title = capitalised(wiser);
    items.push(main);
    if in_two {
        // The first break comes after the pairs where there are any.
        items.extend((breaks == 2 || !has_pairs).then(pause));
        items.push(talk(texts, "quick-stories", "practice-story", second, Bank::Practice));
    }
    items.push(closing(texts));
    for item in &mut items {
        item.kind = if item.tool == PAUSE { ItemKind::Pause } else { ItemKind::Development };
    }
    items
}

fn row(texts: Wording<'_>, piece: Inset, tool: &str, minutes: u32) -> Item {
    let title = texts.written(piece.key());
    Item { title, tool: tool.to_owned(), minutes, ..Item::default() }
}

fn opening(texts: Wording<'_>) -> Item {
    Item {
        title: texts.word("quick-opening"),
        goal: texts.word("quick-opening-goal"),
        tool: INPUT.to_owned(),
        minutes: OPENING_MINUTES,
        ..Item::default()
    }
}

fn talk(texts: Wording<'_>, title: &str, tool: &str, minutes: u32, purpose: Bank) -> Item {
    let aim = if purpose == Bank::Explore { "aim-understand" } else { "aim-share" };
    Item {
        title: texts.word(title),
        goal: texts.written(aim),
        tool: tool.to_owned(),
        minutes,
        questions: bank::of(texts.lang(), purpose).take(1).map(str::to_owned).collect(),
        ..Item::default()
    }
}

fn closing(texts: Wording<'_>) -> Item {
    Item {
        goal: texts.written("aim-choose"),
        commitments: true,
        ..row(texts, Inset::WayForward, CLOSING, CLOSING_MINUTES)
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advice::advise;
    use kernel::lang::Lang;

    use crate::lint::Severity;
    use crate::lint::around::Around;
    use crate::lint::tests::wording;

    fn made(minutes: u32, people: u32) -> Plan {
        let wiser = "hvordan vi tar imot nye elever".to_owned();
        plan(&Asked { wiser, minutes, people }, wording(Lang::Nb))
    }

    #[test]
    fn the_program_fills_the_minutes_whatever_they_are() {
        for minutes in MINUTES {
            for people in [4, 5, 6, 24, 80, 81, 200] {
                assert_eq!(made(minutes, people).minutes(), minutes, "{minutes} {people}");
                let plan = made(minutes, people);
                assert!(plan.items.iter().all(|item| 0 < item.minutes), "{minutes} {people}");
            }
        }
    }

    #[test]
    fn nothing_is_missing_but_the_hour() {
        for minutes in [30, 45, 60, 75, 90, 120, 150, 180] {
            for people in [4, 24, 120] {
                let advice = advise(&made(minutes, people), &Around::default(), &[]);
                let missing =
                    advice.open.iter().filter(|it| it.finding.severity == Severity::Missing);
                let missing: Vec<&str> = missing.map(|it| it.finding.rule).collect();
                assert_eq!(missing, ["TID-02"], "{minutes} {people}");
                assert!(advice.open.iter().all(|it| it.finding.rule != "TID-05"), "{minutes}");
            }
        }
    }

    #[test]
    fn the_answer_becomes_title_and_purpose() {
        let plan = made(90, 24);
        assert_eq!(plan.title, "Hvordan vi tar imot nye elever");
        assert_eq!(plan.purpose, "Vi møtes for å bli klokere på hvordan vi tar imot nye elever.");
    }
}

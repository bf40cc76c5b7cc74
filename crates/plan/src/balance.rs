//! How the minutes are shared between ways of being together. A picture, not a mark.

use kernel::step::Mode;
use kernel::tool::Tool;

use crate::document::{ItemKind, Plan};
use crate::stretch::stretches;

/// The order of the picture: from being told, to being together.
pub const ORDER: [Mode; 7] =
    [Mode::Input, Mode::Alone, Mode::Pair, Mode::Trio, Mode::Group, Mode::Plenary, Mode::Break];

/// Minutes by how people are together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// In the order of [`ORDER`]; those without minutes are left out.
    pub minutes: Vec<(Mode, u32)>,
    /// Minutes of rows that do not say how people work, or more than their steps take.
    pub rest: u32,
    /// The part of the time, without breaks, in which everyone takes part; half of the time counts
    /// where one table after another is heard. None while a row does not say how people work.
    pub active_percent: Option<u32>,
}

/// Returns how the minutes of a plan are shared.
#[must_use]
pub fn balance(plan: &Plan, ways: &[&Tool]) -> Balance {
    let (mut halves, mut net, mut rest, mut unsaid) = (0, 0, 0, false);
    let mut minutes = ORDER.map(|mode| (mode, 0));
    let mut add = |mode: Mode, more: u32| {
        if let Some((_, sum)) = minutes.iter_mut().find(|(it, _)| *it == mode) {
            *sum += more;
        }
    };
    for item in plan.items.iter().filter(|item| item.kind != ItemKind::Notice) {
        if item.kind == ItemKind::Pause {
            add(Mode::Break, item.minutes);
            continue;
        }
        let stretches = stretches(item, plan.participants, ways);
        unsaid |= stretches.is_empty();
        let laid_out: u32 = stretches.iter().filter_map(|it| it.minutes).sum();
        net += item.minutes.max(laid_out);
        rest += item.minutes.saturating_sub(laid_out);
        for stretch in stretches {
            let minutes = stretch.minutes.unwrap_or_default();
            add(stretch.mode, minutes);
            halves += minutes * stretch.active_halves();
        }
    }
    let is_known = !unsaid && 0 < net;
    Balance {
        minutes: minutes.into_iter().filter(|(_, minutes)| 0 < *minutes).collect(),
        rest,
        active_percent: is_known.then(|| halves * 50 / net),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Item;
    use crate::lint::around::Around;

    fn row(tool: &str, minutes: u32) -> Item {
        Item { tool: tool.to_owned(), minutes, ..Item::default() }
    }

    fn of(items: Vec<Item>) -> Balance {
        balance(&Plan { items, ..Plan::default() }, tools::ALL)
    }

    #[test]
    fn each_way_of_being_together_has_its_minutes() {
        let mut pause = row("pause", 10);
        pause.kind = ItemKind::Pause;
        let balance = of(vec![row("input", 15), pause, row("igp", 34)]);
        assert_eq!(
            balance.minutes,
            [
                (Mode::Input, 15),
                (Mode::Alone, 3),
                (Mode::Group, 17),
                (Mode::Plenary, 14),
                (Mode::Break, 10)
            ]
        );
        // 3 + 17 + 1 minutes for all, and half of 13 where tables are heard: 27.5 of 49.
        assert_eq!((balance.active_percent, balance.rest), (Some(56), 0));
    }

    #[test]
    fn a_row_that_does_not_say_how_people_work_leaves_the_share_unknown() {
        let balance = of(vec![row("input", 15), row("", 20)]);
        assert_eq!((balance.active_percent, balance.rest), (None, 20));
    }

    #[test]
    fn the_share_is_the_one_the_advice_speaks_of() {
        let plan = Plan { items: vec![row("input", 20), row("igp", 34)], ..Plan::default() };
        let share = balance(&plan, tools::ALL).active_percent;
        let advice = crate::advice::advise(&plan.with_ids(), &Around::default(), tools::ALL);
        let praised = advice.praise.iter().find(|it| it.name == "active").map(|it| it.percent);
        assert_eq!((share, praised), (Some(50), Some(50)));
    }
}

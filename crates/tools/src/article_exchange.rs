//! Experience exchange with an article: theory sheds light on practice, across units.
//!
//! The article is read beforehand. The groups also look for where it does not fit, so that the
//! text is a partner and not an answer.

use kernel::purpose::Purpose;
use kernel::seating::Seating;
use kernel::step::{Capture, Field, Kind, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "article-exchange",
    difficulty: 2,
    people: (4, 200),
    confidential: false,
    purposes: &[(Purpose::Share, 3), (Purpose::Read, 1)],
    minutes,
    steps,
    texts: kernel::texts!("article_exchange"),
    scenarios: include_str!("article_exchange/article_exchange.md"),
    sources: &["seed:347-352", "seed:385-404", "seed:588-589"],
};

fn minutes(_room: &RoomSize) -> Minutes {
    Minutes(27)
}

fn steps(room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let mut own = Step::new("own", Mode::Alone, 2).shows(Source::OwnNotes);
    if !room.prepared {
        own = own.takes(Capture::Notes(vec![Field::new(Kind::Moment, 3)]));
    }
    let steps = vec![
        own,
        round("present", 10, Seconds(120)),
        round("another", 6, Seconds(60)),
        Step::new("doubt", Mode::Group, 6)
            .seated(Seating::Mixed)
            .takes(Capture::TableText)
            .shows(Source::TableCarried),
        Step::new("borrow", Mode::Alone, 3)
            .takes(Capture::Notes(vec![Field::new(Kind::Loan, 1)]))
            .shows(Source::OwnCarried),
    ];
    crate::fit_with_turns(steps, minutes)
}

fn round(name: &str, minutes: u32, each: Seconds) -> Step {
    Step::new(name, Mode::Group, minutes)
        .seated(Seating::Mixed)
        .takes(Capture::Carry)
        .shows(Source::OwnNotes)
        .shows(Source::TableCarried)
        .in_turns(Turns { each, answer: None, order: TurnOrder::Members })
}

//! A draft with the sums and readings that more than one rule needs, worked out once.

use super::draft::{Draft, Item, ItemKind, Mode, Unit};
use super::{Place, Thresholds, cues, offered};
use crate::questions::{self, Class};

pub(super) struct Seen<'a> {
    pub draft: &'a Draft,
    pub limits: &'a Thresholds,
    /// Everything the participants are asked, preparation first, as they meet it.
    pub asked: Vec<Asked<'a>>,
    /// All minutes, breaks too; nothing unless every item has its minutes.
    pub total: Option<u32>,
    /// Minutes without breaks.
    pub net: Option<u32>,
    pub length: Option<i64>,
    /// Nothing unless every item has steps, or a mode, with minutes.
    pub activity: Option<Activity>,
}

/// A question or a task, and how it reads.
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by a rule of its own")]
pub(super) struct Asked<'a> {
    pub place: Place,
    /// Which of the item's questions it is.
    pub question: usize,
    pub text: &'a str,
    pub words: Vec<String>,
    /// Asks for, or names, what works.
    pub strength: bool,
    /// Asks for, or names, what is hard.
    pub challenge: bool,
    pub classes: Vec<Class>,
    pub closing: bool,
    /// The planner has said that it is open enough.
    pub settled: bool,
}

/// Part of an item, or the whole of one that has no steps.
pub(super) struct Stretch {
    pub mode: Mode,
    pub minutes: Option<u32>,
    pub collects: bool,
    pub comment_free: Option<bool>,
    pub challenge: bool,
}

/// How the minutes are spent.
pub(super) struct Activity {
    pub active_percent: u32,
    pub one_way: u32,
    pub longest_one_way: u32,
    /// The item in which the longest one-way run ends.
    pub longest_at: usize,
}

impl<'a> Seen<'a> {
    pub fn of(draft: &'a Draft, limits: &'a Thresholds) -> Self {
        let all: Option<Vec<u32>> = draft.items.iter().map(|it| it.minutes).collect();
        let known = all.filter(|it| !it.is_empty());
        let total = known.map(|it| it.iter().sum());
        let breaks = draft.items.iter().filter(|it| it.kind == ItemKind::Pause);
        let off: u32 = breaks.filter_map(|it| it.minutes).sum();
        let length = match (draft.start, draft.end) {
            (Some(start), Some(end)) => start.minutes_until(end),
            (None | Some(_), None) | (None, Some(_)) => None,
        };
        let net = total.map(|total: u32| total - off);
        let asked = asked_in(draft);
        let mut seen = Self { draft, limits, asked, total, net, length, activity: None };
        seen.activity = seen.measured();
        seen
    }

    /// Items that are not breaks.
    pub fn real(&self) -> impl Iterator<Item = (usize, &'a Item)> + use<'a> {
        let draft = self.draft;
        draft.items.iter().enumerate().filter(|(_, it)| it.kind != ItemKind::Pause)
    }

    /// The items the rules are about.
    pub fn development(&self) -> impl Iterator<Item = (usize, &'a Item)> + use<'a> {
        let draft = self.draft;
        draft.items.iter().enumerate().filter(|(_, it)| it.kind == ItemKind::Utvikling)
    }

    /// Days of notice, given or counted from the day it was sent or is read.
    pub fn days_left(&self) -> Option<i64> {
        let start = self.draft.start.and_then(|it| it.day);
        let from = self.draft.sent.or(self.draft.today);
        self.draft.days_left.or_else(|| Some(from?.days_until(start?)))
    }

    pub fn lead_days(&self) -> i64 {
        let usual = match self.draft.unit {
            Some(Unit::Nettverk) => self.limits.lead_days_min_network,
            Some(Unit::Skole | Unit::Barnehage | Unit::Sfo) | None => self.limits.lead_days_min,
        };
        self.draft.lead_days.unwrap_or(usual)
    }

    pub fn prep_is_used(&self) -> bool {
        self.draft.items.iter().any(|it| it.uses_prep)
    }

    pub fn says_nothing_of_prep(&self) -> bool {
        self.draft.prep.is_empty() && !is_written(self.draft.no_prep_reason.as_ref())
    }

    /// Whether participants work somewhere, as far as minutes and steps say.
    pub fn is_passive(&self) -> bool {
        if let Some(activity) = &self.activity {
            return activity.active_percent < self.limits.active_percent_min;
        }
        let mut development = self.development().peekable();
        development.peek().is_some()
            && !development.any(|(_, it)| has_unknown_steps(it) || takes_part(it))
    }

    fn measured(&self) -> Option<Activity> {
        let net = self.net.filter(|it| *it > 0)?;
        self.development().next()?;
        let timed = |(_, item): (usize, &Item)| {
            let parts = stretches(item);
            !parts.is_empty() && parts.iter().all(|it| it.minutes.is_some())
        };
        if !self.real().all(timed) {
            return None;
        }
        let (mut halves, mut one_way, mut run) = (0, 0, 0);
        let (mut longest_one_way, mut longest_at) = (0, 0);
        for (at, item) in self.draft.items.iter().enumerate() {
            for part in stretches(item).iter().filter(|_| item.kind != ItemKind::Pause) {
                let minutes = part.minutes.unwrap_or(0);
                halves += minutes * part.mode.active_halves();
                match part.mode {
                    Mode::Input => {
                        one_way += minutes;
                        run += minutes;
                    }
                    Mode::Break => (),
                    Mode::Alone
                    | Mode::Pair
                    | Mode::Trio
                    | Mode::Group
                    | Mode::PlenaryDialogue
                    | Mode::PlenarySharing => run = 0,
                }
                if run > longest_one_way {
                    (longest_one_way, longest_at) = (run, at);
                }
            }
        }
        let active_percent = halves * 50 / net;
        Some(Activity { active_percent, one_way, longest_one_way, longest_at })
    }
}

impl Mode {
    /// How much of a minute the participants are active, in halves.
    const fn active_halves(self) -> u32 {
        match self {
            Self::Alone | Self::Pair | Self::Trio | Self::Group | Self::PlenaryDialogue => 2,
            Self::PlenarySharing => 1,
            Self::Input | Self::Break => 0,
        }
    }

    /// People talk with each other, in groups or all together.
    #[must_use]
    pub const fn is_talk(self) -> bool {
        matches!(self, Self::Group | Self::Trio | Self::PlenaryDialogue | Self::PlenarySharing)
    }
}

pub(super) fn stretches(item: &Item) -> Vec<Stretch> {
    if item.steps.is_empty() {
        let whole = |mode| Stretch {
            mode,
            minutes: item.minutes,
            collects: item.capture.is_some(),
            comment_free: None,
            challenge: false,
        };
        return item.mode.map(whole).into_iter().collect();
    }
    let steps = item.steps.iter().map(|it| Stretch {
        mode: it.mode,
        minutes: it.minutes,
        collects: it.capture.is_some(),
        comment_free: it.comment_free,
        challenge: it.challenge,
    });
    steps.collect()
}

pub(super) fn uses_mode(item: &Item, fits: impl Fn(Mode) -> bool) -> bool {
    match item.steps.as_slice() {
        [] => item.mode.is_some_and(fits),
        steps => steps.iter().any(|it| fits(it.mode)),
    }
}

/// A way of working is chosen, and nothing is said of its steps: it may well be people's own work.
fn has_unknown_steps(item: &Item) -> bool {
    item.tool.is_some() && item.steps.is_empty() && item.mode.is_none()
}

/// Everyone does something of their own here.
fn takes_part(item: &Item) -> bool {
    uses_mode(item, |it| it.active_halves() == 2)
}

pub(super) fn is_written(text: Option<&String>) -> bool {
    text.is_some_and(|it| !it.trim().is_empty())
}

/// Whether a frame says something: more than the beginning that a remedy writes.
pub(super) fn is_framed(text: Option<&String>) -> bool {
    let said = text.map_or("", |it| offered::without_dots(it));
    !said.is_empty() && !offered::is_opening_of_frame(said)
}

/// An item that everyone hears, and that gives them nothing to do but listen.
pub(super) fn informs(item: &Item) -> bool {
    let heard = matches!(item.kind, ItemKind::Utvikling | ItemKind::Forvaltning);
    let busy = !item.questions.is_empty() || item.evaluation || item.closing || item.commitments;
    let parts = stretches(item);
    let only_input = parts.iter().all(|it| it.mode == Mode::Input);
    let told = item.kind == ItemKind::Forvaltning && !parts.is_empty();
    heard
        && !busy
        && !item.audience_subset
        && only_input
        && (told || cues::any(&item.title, cues::INFORMATION))
}

fn asked_in(draft: &Draft) -> Vec<Asked<'_>> {
    let prep = draft
        .prep
        .iter()
        .enumerate()
        .map(|(at, task)| asked(Place::Prep(at), 0, &task.text, false, task.open_enough));
    let items = draft.items.iter().enumerate();
    let items = items.filter(|(_, item)| item.kind == ItemKind::Utvikling);
    let questions = items.flat_map(|(at, item)| {
        item.questions.iter().enumerate().map(move |(question, it)| {
            let closing = item.closing || item.commitments;
            asked(Place::Item(at), question, &it.text, closing, it.open_enough)
        })
    });
    prep.chain(questions).collect()
}

fn asked(place: Place, question: usize, text: &str, closing: bool, settled: bool) -> Asked<'_> {
    let words = cues::words(text);
    let strength = cues::any_in(&words, cues::STRENGTH);
    let challenge = cues::any_in(&words, cues::CHALLENGE);
    let classes = classes(text);
    Asked { place, question, text, words, strength, challenge, classes, closing, settled }
}

fn classes(text: &str) -> Vec<Class> {
    questions::classify(text).into_iter().map(|it| it.class).collect()
}

impl Asked<'_> {
    pub fn finding(&self, rule: &super::Rule) -> super::Finding {
        rule.finding(self.place).with("question", self.text)
    }
}

//! What an edit did, in words: spoken to those who listen, and shown beside «Angre».

use kernel::lang::Lang;
use plan::advice::tap::Done;
use plan::edit::Said;
use texts::{Argument, Texts};

/// Returns one sentence for what a press did.
#[must_use]
pub fn done(texts: &Texts, lang: Lang, done: &Done) -> String {
    match done {
        Done::Edited(edited) => said(texts, lang, edited),
        Done::Remedied { .. } => texts.get(lang, "said-remedied", &[]),
        Done::Dismissed { .. } => texts.get(lang, "said-dismissed", &[]),
        Done::Recalled { .. } => texts.get(lang, "said-changed", &[]),
    }
}

/// Returns one sentence for what an edit did.
#[must_use]
pub fn said(texts: &Texts, lang: Lang, said: &Said) -> String {
    let say = |key: &str, args: &[(&str, Argument<'_>)]| texts.get(lang, key, args);
    let row = |title: &str| {
        let title = title.trim();
        if title.is_empty() { say("said-the-row", &[]) } else { title.to_owned() }
    };
    let placed = |key: &str, title: &str, place: usize, of: usize| {
        say(key, &[("what", row(title).into()), ("n", count(place)), ("of", count(of))])
    };
    let about = |key: &str, title: &str| say(key, &[("what", row(title).into())]);
    match said {
        Said::Moved { title, place, of } => placed("said-moved", title, *place, *of),
        Said::Unmoved { title, place, of } => placed("said-unmoved", title, *place, *of),
        Said::Added { title, place, of } => placed("said-added", title, *place, *of),
        Said::Duplicated { title, place, of } => placed("said-duplicated", title, *place, *of),
        Said::Removed { title } => about("said-removed", title),
        Said::Split { title, first, second } => say(
            "said-split",
            &[
                ("what", row(title).into()),
                ("first", (*first).into()),
                ("second", (*second).into()),
            ],
        ),
        Said::Joined { title, with, minutes } => say(
            "said-joined",
            &[("what", row(title).into()), ("with", row(with).into()), ("n", (*minutes).into())],
        ),
        Said::MinutesSet { title, to, .. } => {
            say("said-minutes", &[("what", row(title).into()), ("n", (*to).into())])
        }
        Said::Shortened { minutes, over } => {
            say("said-shortened", &[("n", (*minutes).into()), ("over", (*over).into())])
        }
        Said::Shared { items, minutes } => {
            say("said-shared", &[("items", count(*items)), ("n", (*minutes).into())])
        }
        Said::PreparationAdded { .. } => say("said-preparation-added", &[]),
        Said::PreparationRemoved => say("said-preparation-removed", &[]),
        Said::CalledOff => say("said-called-off", &[]),
        Said::MadeNotice => say("said-made-notice", &[]),
        Said::TakenUp => say("said-taken-up", &[]),
        Said::Asked { title, question } => {
            say("said-asked", &[("what", row(title).into()), ("question", (*question).into())])
        }
        Said::OpenEnough { .. } => say("said-changed", &[]),
        Said::StartLocked { title, .. }
        | Said::StartUnlocked { title }
        | Said::MinutesLocked { title }
        | Said::MinutesUnlocked { title }
        | Said::KindSet { title, .. }
        | Said::ToolUsed { title, .. }
        | Said::StepAdded { title, .. }
        | Said::StepRemoved { title, .. }
        | Said::StepsOwned { title, .. }
        | Said::PreparationUsed { title }
        | Said::PreparationUnused { title } => about("said-row-changed", title),
    }
}

fn count(number: usize) -> Argument<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

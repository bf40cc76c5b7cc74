//! The invitation as plain text, in the meeting's own language, for a mail or a notice board.

use plan::document::{ItemKind, Plan, Preparation, Standing};
use plan::timetable::timetable;

use crate::door::lobby;
use crate::shell::bits::spoken_code;
use crate::shell::frame::Frame;
use crate::shell::time;

/// Returns the title that the mail or the calendar gets.
#[must_use]
pub fn invitation_title(f: &Frame<'_>, plan: &Plan) -> String {
    let own = in_its_language(f, plan);
    let key = match plan.standing {
        Standing::Draft | Standing::Sent { .. } => return plan.title.clone(),
        Standing::CalledOff { .. } => "mail-called-off",
        Standing::Notice => "mail-notice",
    };
    own.with(key, &[("title", plan.title.as_str().into())])
}

/// Returns the text: the invitation, or the word that the meeting is not held.
#[must_use]
pub fn invitation_text(f: &Frame<'_>, plan: &Plan) -> String {
    let f = &in_its_language(f, plan);
    let blocks = match &plan.standing {
        Standing::Draft | Standing::Sent { .. } => vec![
            invitation_title(f, plan),
            when_and_where(f, plan),
            aims(f, plan),
            frames(f, plan),
            preparation(f, plan),
            program(f, plan),
            join(f, plan),
        ],
        Standing::CalledOff { why } => {
            vec![invitation_title(f, plan), when_and_where(f, plan), why.clone()]
        }
        Standing::Notice => vec![
            invitation_title(f, plan),
            f.t("mail-notice-text"),
            bullets(plan.items.iter().map(|item| item.title.as_str())),
            headed(f, "ed-materials-short", &bullets(plan.materials.iter().map(String::as_str))),
        ],
    };
    let blocks: Vec<String> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    blocks.join("\n\n")
}

fn in_its_language<'a>(f: &Frame<'a>, plan: &Plan) -> Frame<'a> {
    Frame { lang: plan.lang, seats: vec![], ..*f }
}

fn when_and_where(f: &Frame<'_>, plan: &Plan) -> String {
    let start = time::start_in_words(f.lang, &plan.starts_at);
    let when = match time::clock_in_words(&plan.ends_at) {
        Some(end) if !start.is_empty() => format!("{start}–{end}"),
        Some(_) | None => start,
    };
    let lines = [when, plan.place.clone()];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A heading with its lines below; nothing when there are none.
fn headed(f: &Frame<'_>, key: &str, lines: &str) -> String {
    if lines.is_empty() { String::new() } else { format!("{}:\n{lines}", f.t(key)) }
}

fn bullets<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.map(|line| format!("– {line}")).collect::<Vec<_>>().join("\n")
}

fn aims(f: &Frame<'_>, plan: &Plan) -> String {
    let goals = bullets(plan.goals.iter().map(String::as_str));
    // «Vi møtes for å …» is where a planner begins, and says nothing to others yet.
    let is_begun_only = plan.purpose.trim_end().ends_with('…');
    let parts = [
        headed(f, "purpose", if is_begun_only { "" } else { &plan.purpose }),
        headed(f, "goals", &goals),
        headed(f, "wall-result", &plan.result),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn frames(f: &Frame<'_>, plan: &Plan) -> String {
    let lines = [
        ("frame-decided", &plan.frames.decided),
        ("frame-open", &plan.frames.open),
        ("frame-expected", &plan.frames.expected),
    ];
    let said = lines.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(key, text)| format!("{}: {text}", f.t(key))).collect::<Vec<_>>().join("\n")
}

fn preparation(f: &Frame<'_>, plan: &Plan) -> String {
    let tasks: Vec<String> = plan.preparation.iter().map(|task| one_task(f, task)).collect();
    let said = if tasks.is_empty() { plan.no_preparation.clone() } else { tasks.join("\n") };
    let materials = bullets(plan.materials.iter().map(String::as_str));
    let parts = [headed(f, "mail-preparation", &said), headed(f, "ed-materials-short", &materials)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn one_task(f: &Frame<'_>, task: &Preparation) -> String {
    let minutes = (task.minutes > 0).then(|| f.n("mail-takes", task.minutes));
    let due = (!task.due_at.is_empty()).then(|| {
        let due = time::start_in_words(f.lang, &task.due_at);
        f.with("mail-due", &[("when", due.into())])
    });
    let about: Vec<String> = minutes.into_iter().chain(due).collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    let starters = task.starters.iter().map(|starter| format!("\n  «{starter}»"));
    format!("– {}{about}{}", task.instruction, starters.collect::<String>())
}

fn program(f: &Frame<'_>, plan: &Plan) -> String {
    let table = timetable(plan);
    let rows = plan.items.iter().zip(&table.rows);
    let rows = rows.filter(|(item, _)| item.kind != ItemKind::Notice);
    let lines = rows.map(|(item, row)| {
        let at = row.clock.map_or(String::new(), |at| format!("{} ", time::clock_of_day(at)));
        let length = match item.minutes {
            0 => String::new(),
            minutes => format!(" ({})", f.n("minutes", minutes)),
        };
        let goal = if item.goal.is_empty() {
            String::new()
        } else {
            format!("\n  {}: {}", f.t("col-goal"), item.goal)
        };
        format!("{at}{}{length}{goal}", item.title)
    });
    headed(f, "program", &lines.collect::<Vec<_>>().join("\n"))
}

fn join(f: &Frame<'_>, plan: &Plan) -> String {
    let code = spoken_code(f.code);
    let way = f.with("mail-join", &[("address", f.join_address().into()), ("code", code.into())]);
    format!("{way} {}", lobby::works_from(f, &plan.starts_at))
}

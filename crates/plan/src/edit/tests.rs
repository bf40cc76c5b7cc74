//! What the buttons of the editor do.

use kernel::lang::Lang;
use kernel::step::{Mode, Step};
use kernel::time::Minutes;
use kernel::tool::{RoomSize, Tool};
use texts::Texts;

use super::{Desk, Edit, Edited, NotEdited, Said, edit};
use crate::document::{Item, ItemKind, Plan, Standing};
use crate::lint::texts::{FILES, Wording};

fn minutes(_: &RoomSize) -> Minutes {
    Minutes(20)
}

fn steps(_: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let each = minutes.0 / 2;
    vec![Step::new("think", Mode::Alone, each), Step::new("talk", Mode::Pair, each)]
}

const DATE: Tool = Tool {
    name: "speed-date",
    difficulty: 1,
    people: (6, 80),
    confidential: false,
    purposes: &[],
    minutes,
    steps,
    texts: [
        "speed-date = Speed-date\nspeed-date-think = Tenk litt\nspeed-date-talk = Snakk { $n }",
        "speed-date = Speed-date",
        "speed-date = Speed-date",
    ],
    scenarios: "",
    sources: &[],
};

const PAUSE: Tool = Tool { name: "pause", texts: ["pause = Pause"; 3], ..DATE };

fn done(plan: &Plan, written: &str, reason: &str) -> Result<Edited, NotEdited> {
    let texts = Texts::new([FILES, DATE.texts, PAUSE.texts]).unwrap();
    let desk = Desk { ways: &[&DATE, &PAUSE], texts: Wording::of(&texts, Lang::Nb), reason };
    edit(plan, &written.parse()?, &desk)
}

fn after(plan: &Plan, written: &str) -> Plan {
    done(plan, written, "").unwrap().plan
}

fn said(plan: &Plan, written: &str) -> Said {
    done(plan, written, "").unwrap().said
}

fn plan(rows: &[(&str, u32)]) -> Plan {
    let item = |(title, minutes): &(&str, u32)| Item {
        title: (*title).to_owned(),
        minutes: *minutes,
        ..Item::default()
    };
    Plan {
        starts_at: "2026-04-26T14:00".to_owned(),
        ends_at: "2026-04-26T15:00".to_owned(),
        items: rows.iter().map(item).collect(),
        ..Plan::default()
    }
    .with_ids()
}

fn rows(plan: &Plan) -> Vec<(&str, u32)> {
    plan.items.iter().map(|item| (item.title.as_str(), item.minutes)).collect()
}

#[test]
fn every_edit_reads_as_it_is_written() {
    let all = "up:i3 down:i3 move:i3:0 remove:i3 duplicate:i3 split:i3 join:i3 longer:i3:5 \
               shorter:i3:1 lock-start:i3:14:30 unlock-start:i3 lock-minutes:i3 \
               unlock-minutes:i3 shorten share kind:i3:notice use:i3:speed-date add:speed-date \
               add: add:speed-date:i3 add-part:i3:alone remove-part:i3:s4 own-parts:i3 prep-add \
               prep-remove:p1 prep-use:p1:i3 prep-unuse:p1:i3 open-enough:i3:Har:alle? \
               to-notice call-off take-up";
    for written in all.split_whitespace() {
        assert_eq!(written.parse::<Edit>().unwrap().to_string(), written);
    }
    let half_past_two = Edit::LockStart { item: "i3".to_owned(), at: 870 };
    assert_eq!("lock-start:i3:14.30".parse(), Ok(half_past_two));
}

#[test]
fn what_is_no_edit_is_refused() {
    for written in ["", "up", "up:", "move:i3", "move:i3:x", "fly:i3", "kind:i3:party", "shorten:x"]
    {
        let refusal = NotEdited::Unreadable { edit: written.to_owned() };
        assert_eq!(written.parse::<Edit>(), Err(refusal));
    }
}

#[test]
fn a_row_is_moved_and_says_where_to() {
    let plan = plan(&[("A", 10), ("B", 10), ("C", 10)]);
    assert_eq!(rows(&after(&plan, "up:i3")), [("A", 10), ("C", 10), ("B", 10)]);
    assert_eq!(said(&plan, "up:i3"), Said::Moved { title: "C".to_owned(), place: 2, of: 3 });
    assert_eq!(said(&plan, "up:i1"), Said::Unmoved { title: "A".to_owned(), place: 1, of: 3 });
    assert_eq!(said(&plan, "down:i3"), Said::Unmoved { title: "C".to_owned(), place: 3, of: 3 });
    assert_eq!(said(&plan, "move:i1:99"), Said::Moved { title: "A".to_owned(), place: 3, of: 3 });
}

#[test]
fn a_row_that_is_gone_is_said_to_be_gone() {
    let plan = plan(&[("A", 10)]);
    for written in ["up:i9", "remove:i9", "longer:i9:5", "use:i9:speed-date", "add::i9"] {
        assert_eq!(done(&plan, written, ""), Err(NotEdited::ItemGone));
    }
    assert_eq!(
        done(&plan, "use:i1:lottery", ""),
        Err(NotEdited::ToolUnknown { tool: "lottery".into() })
    );
}

#[test]
fn an_id_is_never_used_again() {
    let first = after(&plan(&[("A", 10)]), "add:speed-date");
    assert_eq!(first.items[1].id, "i2");
    let again = after(&after(&first, "remove:i2"), "add:speed-date");
    assert_eq!(again.items[1].id, "i3");
}

#[test]
fn a_new_row_has_the_name_and_minutes_of_its_way_of_working() {
    let plan = after(&plan(&[("A", 10), ("B", 10)]), "add:speed-date:i1");
    assert_eq!(rows(&plan), [("A", 10), ("Speed-date", 20), ("B", 10)]);
    let plan = after(&plan, "add:pause");
    assert_eq!(plan.items[3].kind, ItemKind::Pause);
}

#[test]
fn a_full_program_takes_no_more() {
    let plan = plan(&[("A", 1); 40]);
    for written in ["add:", "duplicate:i1", "split:i1"] {
        assert_eq!(done(&plan, written, ""), Err(NotEdited::TooManyItems { most: 40 }));
    }
}

#[test]
fn a_row_is_parted_and_joined_with_nothing_lost() {
    let mut plan = plan(&[("A", 25), ("B", 10)]);
    plan.items[0].questions = vec!["Hva?".to_owned()];
    plan.items[1].questions = vec!["Hvordan?".to_owned()];
    assert_eq!(rows(&after(&plan, "split:i1")), [("A", 13), ("A", 12), ("B", 10)]);
    let joined = after(&plan, "join:i1");
    assert_eq!(rows(&joined), [("A – B", 35)]);
    assert_eq!(joined.items[0].questions, ["Hva?", "Hvordan?"]);
    assert_eq!(done(&plan, "join:i2", ""), Err(NotEdited::NothingToJoin));
}

#[test]
fn shortening_makes_the_program_fit_and_leaves_locked_rows_alone() {
    let mut plan = plan(&[("A", 40), ("B", 30), ("Pause", 10)]);
    plan.items[2].kind = ItemKind::Pause;
    assert_eq!(rows(&after(&plan, "shorten")), [("A", 29), ("B", 21), ("Pause", 10)]);
    assert_eq!(said(&plan, "shorten"), Said::Shortened { minutes: 20, over: 0 });
    let locked = after(&plan, "lock-minutes:i1");
    assert_eq!(rows(&after(&locked, "shorten")), [("A", 40), ("B", 10), ("Pause", 10)]);
    let all = after(&locked, "lock-minutes:i2");
    assert_eq!(done(&all, "shorten", ""), Err(NotEdited::AllLocked { over: 20 }));
}

#[test]
fn minutes_that_are_left_go_to_the_rows_without() {
    let plan = plan(&[("A", 25), ("B", 0), ("C", 0)]);
    assert_eq!(rows(&after(&plan, "share")), [("A", 25), ("B", 18), ("C", 17)]);
    assert_eq!(said(&plan, "share"), Said::Shared { items: 2, minutes: 35 });
    assert_eq!(done(&after(&plan, "share"), "share", ""), Err(NotEdited::NothingToShare));
}

#[test]
fn steps_of_ones_own_begin_as_the_steps_of_the_way_of_working() {
    let plan = after(&plan(&[]), "add:speed-date");
    let own = after(&plan, "own-parts:i1");
    let steps = &own.items[0].own_steps;
    assert_eq!(
        steps.iter().map(|it| (it.mode, it.minutes)).collect::<Vec<_>>(),
        [(Mode::Alone, 10), (Mode::Pair, 10)]
    );
    assert_eq!(steps[0].says, "Tenk litt");
    let more = after(&own, "add-part:i1:group");
    assert_eq!(more.items[0].minutes, 25);
    assert_eq!(after(&more, "remove-part:i1:s2").items[0].own_steps.len(), 2);
}

#[test]
fn an_own_step_is_found_by_its_id_and_removed_once() {
    let ids = |plan: &Plan| plan.own_steps().map(|it| it.id.clone()).collect::<Vec<_>>();
    let own = after(&after(&plan(&[]), "add:speed-date"), "own-parts:i1");
    assert_eq!(ids(&own), ["s2", "s3"]);
    let removed = after(&own, "remove-part:i1:s2");
    assert_eq!(ids(&removed), ["s3"]);
    assert_eq!(done(&removed, "remove-part:i1:s2", ""), Err(NotEdited::StepGone));
    assert_eq!(ids(&after(&removed, "add-part:i1:group")), ["s3", "s4"]);
    assert_eq!(ids(&after(&own, "duplicate:i1")), ["s2", "s3", "s5", "s6"]);
    let two = after(&after(&own, "add:speed-date"), "own-parts:i4");
    assert_eq!(ids(&after(&two, "join:i1")), ["s2", "s3", "s5", "s6"]);
}

#[test]
fn longer_gives_the_parts_their_share() {
    let own = after(&after(&plan(&[]), "add:speed-date"), "own-parts:i1");
    let longer = after(&own, "longer:i1:10");
    assert_eq!(longer.items[0].own_steps.iter().map(|it| it.minutes).sum::<u32>(), 30);
    assert_eq!(done(&own, "longer:i1:900", ""), Err(NotEdited::MinutesOutside { most: 600 }));
    assert_eq!(after(&own, "shorter:i1:99").items[0].minutes, 1);
}

#[test]
fn a_row_that_goes_takes_its_ties_with_it() {
    let plan = after(&plan(&[("A", 10)]), "prep-add");
    assert_eq!(plan.preparation[0].id, "p2");
    let used = after(&plan, "prep-use:p2:i1");
    assert_eq!(used.preparation[0].used_by, ["i1"]);
    assert!(after(&used, "remove:i1").preparation[0].used_by.is_empty());
    assert!(after(&used, "prep-unuse:p2:i1").preparation[0].used_by.is_empty());
}

#[test]
fn a_question_is_open_enough_by_its_words() {
    let mut plan = plan(&[("A", 10)]);
    plan.items[0].questions = vec!["Har alle sett filmen?".to_owned()];
    let settled = after(&plan, "open-enough:i1:Har alle sett filmen?");
    assert_eq!(settled.items[0].open_enough, ["Har alle sett filmen?"]);
    assert_eq!(done(&plan, "open-enough:i1:Har alle?", ""), Err(NotEdited::QuestionGone));
}

#[test]
fn what_is_called_open_enough_is_what_the_planner_saw() {
    let mut plan = after(&plan(&[("A", 10)]), "prep-add");
    plan.items[0].questions = vec!["Hva virker?".to_owned(), "Har alle sett filmen?".to_owned()];
    plan.preparation[0].instruction = "Les artikkelen.\nEr du enig?".to_owned();
    let press = "open-enough:i1:Har alle sett filmen?";
    let asked = "open-enough:p2:Les artikkelen.\r\nEr du enig?";
    let settled = after(&after(&plan, press), asked);
    assert_eq!(settled.preparation[0].open_enough, "Les artikkelen.\nEr du enig?");
    plan.items[0].questions.remove(0);
    assert_eq!(after(&plan, press).items[0].open_enough, ["Har alle sett filmen?"]);
    plan.items[0].questions.clear();
    plan.preparation[0].instruction = "Les heftet.".to_owned();
    for gone in [press, asked] {
        assert_eq!(done(&plan, gone, ""), Err(NotEdited::QuestionGone));
    }
}

#[test]
fn a_meeting_is_called_off_made_a_notice_and_taken_up() {
    let plan = plan(&[]);
    assert_eq!(done(&plan, "call-off", ""), Err(NotEdited::ReasonMissing));
    let off = done(&plan, "call-off", "Sykdom").unwrap().plan;
    assert_eq!(off.standing, Standing::CalledOff { why: "Sykdom".to_owned() });
    assert_eq!(after(&off, "to-notice").standing, Standing::Notice);
    assert_eq!(after(&off, "take-up").standing, Standing::Draft);
}

#[test]
fn a_question_of_the_bank_is_asked_once_in_the_plans_language() {
    let mut asked = plan(&[("Samtale", 10)]);
    asked.lang = Lang::Nn;
    let once = after(&asked, "ask:i1:strengths:0");
    assert_eq!(once.items[0].questions, ["Kva gjer vi når vi lukkast med dette?"]);
    assert_eq!(after(&once, "ask:i1:strengths:0").items[0].questions.len(), 1);
    let edit: Edit = "ask:i1:strengths:0".parse().unwrap();
    assert_eq!(edit.to_string(), "ask:i1:strengths:0");
}

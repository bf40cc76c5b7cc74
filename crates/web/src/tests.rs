use kernel::ids::{ContributionId, ItemNo, Place, PlanVersion, SeatId, TableNumber};
use kernel::lang::Lang;
use kernel::purpose::Purpose;
use kernel::role::Role;
use kernel::seating::Seating;
use kernel::step::{Kind, Mode, Round, Source};
use kernel::time::{Moment, Seconds};
use maud::Markup;
use meeting::event::GoalAnswer;
use meeting::event::GoalCount;
use meeting::goals::{GoalCard, GoalResult};
use meeting::screens::console::{ClaimCard, ConsoleScreen, MovedCard, PersonCard};
use meeting::screens::phone::{
    ChangeCard, ChoiceCard, FieldCard, Form, PhoneScreen, SharedCard, Speaker,
};
use meeting::screens::result::{ResultItem, ResultScreen, Thread};
use meeting::screens::wall::WallScreen;
use meeting::screens::{
    Card, ClockCard, ClockState, CommitmentCard, CountedCard, LoanCard, MemberCard, MoveCard,
    NowCard, PhaseCard, ProgramRow, SourceCard, StepCard, TableCard, TableStatus, TurnCard,
};
use plan::document::{Item, Plan, Standing};
use plan::lint::around::Around;
use plan::news::News;

use crate::before::editor::{
    self, View, advice::Advised, questions::questions_page, versions::Group,
};
use crate::before::importing::page::import_page;
use crate::before::invitation::page::{Invitation, invitation_page};
use crate::before::meetings::page::{
    MeetingLine, TemplateLine, Templates, keep_template_page, meetings_page, new_meeting_page,
};
use crate::before::paper::page::print_page;
use crate::before::quick::page::quick_page;
use crate::before::thresholds::page::{Limit, LimitLine, thresholds_page};
use crate::live::console::page::console_page;
use crate::live::joining::page::{Join, join_page};
use crate::live::phone::page::phone_page;

use crate::live::{
    result::page::result_page, rooms::Stage, waiting::waiting_page, wall::page::wall_page,
};
use crate::shell::frame::Frame;
use crate::shell::message::{Again, again_page, message_page, refusal_page};
use crate::shell::{CodeOpens, assets::Assets, fields::Fields, front::code_page};
use crate::words;

mod beside;
mod groups;
mod looks;
mod paper;
mod planning;
mod privacy;

use beside::{changing, goal_results, lent, shared};
use planning::planning_pages;

/// 26 April 2027 at 13.05 in Oslo.
const NOW: Moment = Moment(1_808_737_500_000);
const HOSTILE: &str = "<script>alert('Á')</script>\" onload=\"x";

fn with_frame(lang: Lang, look: impl Fn(&Frame<'_>) -> Markup) -> String {
    let texts = words::load().unwrap();
    let frame = Frame {
        lang,
        texts: &texts,
        assets: &Assets::default(),
        meeting: "7",
        code: "482913",
        join_token: "AbCdEfGhIjKlMnOpQrStUv",
        code_opens: CodeOpens::TheDay,
        origin: "https://sloyfe.example.no",
        now: NOW,
        seq: 12,
        seats: vec![(SeatId(1), "Aud".to_owned()), (SeatId(2), HOSTILE.to_owned())],
        leads: true,
        plans: true,
        path: "/m/482913",
    };
    look(&frame).into_string()
}

fn phone_html(lang: Lang, screen: &PhoneScreen) -> String {
    with_frame(lang, |f| phone_page(f, screen))
}

fn member(seat: u32, name: &str, roles: &[Role]) -> MemberCard {
    MemberCard {
        seat: SeatId(seat),
        name: name.to_owned(),
        roles: roles.to_vec(),
        is_me: seat == 1,
    }
}

fn table() -> TableCard {
    TableCard {
        number: TableNumber(5),
        members: vec![
            member(1, "Aud", &[Role::Chair, Role::FocusKeeper]),
            member(2, HOSTILE, &[Role::Reporter]),
            member(3, "Jon", &[Role::Timekeeper]),
        ],
        status: TableStatus::AsksForHelp,
    }
}

fn card(id: u32, kind: Kind, text: &str) -> Card {
    Card {
        id: ContributionId(id),
        kind,
        text: text.to_owned(),
        by: Some("Jon".to_owned()),
        is_mine: false,
        parents: vec![],
    }
}

fn counted(id: u32, kind: Kind, text: &str) -> CountedCard {
    CountedCard { card: card(id, kind, text), times: 3, table: Some(TableNumber(2)), loan: None }
}

fn field(kind: Kind, slot: u8, text: &str) -> FieldCard {
    FieldCard {
        place: Place { item: ItemNo(0), step: 1 },
        kind,
        slot,
        id: (!text.is_empty()).then_some(ContributionId(40 + u32::from(slot))),
        text: text.to_owned(),
        version: 3,
        parents: vec![ContributionId(9)],
        i_stand: true,
        stands: 2,
        asks_for_example: kind == Kind::Note,
    }
}

fn clock() -> ClockCard {
    ClockCard {
        state: ClockState::Running,
        until: Some(NOW + Seconds(158)),
        left: Seconds(240),
        total: Seconds(240),
    }
}

fn now(step: &str, seating: Seating) -> NowCard {
    let card = |name: &str, is_now: bool| StepCard {
        step: name.to_owned(),
        mode: Mode::Group,
        seconds: Seconds(240),
        is_done: !is_now,
        is_now,
    };
    NowCard {
        place: Place { item: ItemNo(0), step: 1 },
        tool: "igp".to_owned(),
        step: step.to_owned(),
        says: String::new(),
        item_title: "Elevmedvirkning".to_owned(),
        item_goal: "Se det sammen".to_owned(),
        number: 1,
        items: 5,
        questions: vec!["Hva gjør vi <b>godt</b>?".to_owned()],
        mode: Mode::Group,
        seating,
        round: Some(Round { number: 2, of: 4 }),
        clock: clock(),
        steps: vec![card("think", false), card(step, true)],
        turn: None,
    }
}

/// Every form there is, one of each.
fn every_form() -> Vec<Form> {
    let choices = || vec![card(9, Kind::Note, "En tanke"), card(10, Kind::Carried, HOSTILE)];
    vec![
        Form::Notes { fields: vec![field(Kind::Note, 0, "Min"), field(Kind::Note, 1, "")] },
        Form::Carry { field: field(Kind::Carried, 0, "En tanke"), choices: choices() },
        Form::Pick {
            fields: (0..3).map(|slot| field(Kind::Picked, slot, "")).collect(),
            choices: choices(),
        },
        Form::Points {
            fields: vec![field(Kind::Point, 0, "Punktet"), field(Kind::Point, 1, "")],
            disagreement: field(Kind::Disagreement, 0, ""),
            cards: choices(),
            members: 3,
            may_deliver: false,
            delivered: false,
        },
        Form::TableText { field: field(Kind::TableText, 0, HOSTILE) },
        Form::Found { fields: vec![field(Kind::FoundStrength, 0, "Felles")] },
        Form::Choice {
            notes: vec![ChoiceCard {
                card: card(20, Kind::Question, "Hvordan?"),
                votes: 2,
                is_my_choice: true,
            }],
        },
        Form::Commitments,
    ]
}

fn commitment(accepted: Option<bool>) -> CommitmentCard {
    CommitmentCard {
        number: 4,
        what: "Prøver samtalekort".to_owned(),
        owner: SeatId(1),
        owner_name: "Aud".to_owned(),
        due: "2027-05-05".to_owned(),
        sign: "Flere spør".to_owned(),
        accepted,
    }
}

fn phone(forms: Vec<Form>) -> PhoneScreen {
    let source = |source, cards| SourceCard { source, cards, order: None };
    PhoneScreen {
        me: SeatId(1),
        name: "Aud".to_owned(),
        present: true,
        phase: PhaseCard::Running,
        title: "Bedre møter".to_owned(),
        goals: vec!["Alle blir hørt".to_owned()],
        news: vec![News::Added { title: HOSTILE.to_owned() }],
        here: 12,
        now: Some(now("agree", Seating::Groups)),
        table: Some(table()),
        group: Some(table()),
        roles: vec![Role::Chair, Role::FocusKeeper],
        question: None,
        sources: vec![
            source(Source::OwnCarried, vec![counted(9, Kind::Carried, "Vi tør å prøve")]),
            source(Source::OwnNotes, vec![counted(8, Kind::Loan, "Lånt notat")]),
            source(
                Source::RoomPoints,
                vec![
                    lent(71, "Vi deler opplegg", None),
                    lent(72, HOSTILE, Some(ContributionId(73))),
                ],
            ),
            SourceCard {
                source: Source::ListeningOrder,
                cards: vec![],
                order: Some("Lytt etter håp".to_owned()),
            },
        ],
        forms,
        table_turn: Some(TurnCard {
            turn: 1,
            of: 3,
            each: Seconds(90),
            table: Some(TableNumber(5)),
            names: vec!["Jon".to_owned(), "Siri".to_owned(), "Aud".to_owned()],
        }),
        speaks_for: None,
        detour: true,
        hand: Some(2),
        help_asked: false,
        table_ready: false,
        commitments: vec![commitment(None)],
        change: None,
        shared: shared(),
        opening: vec![HOSTILE.to_owned()],
        goal_cards: vec![GoalCard {
            goal: "Alle blir hørt".to_owned(),
            mine: Some(GoalAnswer::Partly),
        }],
        may_take_lead: true,
        has_lead: false,
    }
}

fn program() -> Vec<ProgramRow> {
    let row = |item: usize, is_now: bool| ProgramRow {
        item: ItemNo(item),
        title: format!("Økt {item}"),
        goal: "Målet".to_owned(),
        tool: "igp".to_owned(),
        seconds: Seconds(1200),
        begins_at: (!is_now).then_some(NOW + Seconds(900)),
        is_now,
        is_done: false,
        is_skipped: false,
        earlier: (item == 1).then_some(MoveCard { before: Some(ItemNo(0)) }),
        later: (item == 1).then_some(MoveCard { before: None }),
    };
    vec![row(0, true), row(1, false)]
}

fn console() -> ConsoleScreen {
    let person = |seat: u32, name: &str, present| PersonCard {
        seat: SeatId(seat),
        name: name.to_owned(),
        present,
        without_device: seat == 2,
        is_out: seat == 4,
    };
    ConsoleScreen {
        phase: PhaseCard::Running,
        title: "Bedre møter".to_owned(),
        now: Some(now("agree", Seating::Groups)),
        program: program(),
        pace: Some(meeting::pace::Pace {
            ends_at: NOW + Seconds(3300),
            reckoned_at: NOW + Seconds(3480),
            behind: 180,
        }),
        next_minute_from: Some(ItemNo(1)),
        tables: vec![table()],
        groups: vec![table()],
        points: vec![counted(50, Kind::Point, "Et punkt")],
        people: vec![person(1, "Aud", true), person(2, HOSTILE, false)],
        connected: 11,
        claims: vec![ClaimCard { claim: 3, name: "Siri".to_owned() }],
        hands: vec![person(1, "Aud", true)],
        help: vec![TableNumber(5)],
        ready: 1,
        parked: vec![],
        commitments: vec![commitment(Some(true))],
        deputy: Some(SeatId(1)),
        deputy_leads: false,
        uses_plan_of: None,
        door_locked: false,
        opening: vec!["Vi prøver stille start".to_owned()],
        moved: Some(MovedCard { item: ItemNo(1), title: HOSTILE.to_owned(), before: None }),
        nudge: true,
        nudge_at: Some(NOW + Seconds(900)),
        goals_asked: true,
        goals_answered: Some(6),
        may_undo_end: true,
    }
}

fn wall(phase: PhaseCard) -> WallScreen {
    WallScreen {
        phase,
        title: "Bedre møter".to_owned(),
        goals: vec!["Alle blir hørt".to_owned()],
        result: "En oppskrift".to_owned(),
        door_locked: false,
        here: 12,
        names: vec!["Aud".to_owned(), HOSTILE.to_owned()],
        now: (phase == PhaseCard::Running).then(|| now("agree", Seating::Groups)),
        tables: vec![table()],
        cards: vec![],
        presented: vec![],
        program: program(),
        commitments: vec![commitment(None), commitment(Some(true))],
        opening: vec!["Vi prøver stille start".to_owned()],
        goal_results: goal_results(),
    }
}

fn result() -> ResultScreen {
    let thread = |id: u32, kind, text: Option<&str>, grew_from| Thread {
        id: ContributionId(id),
        kind,
        text: text.map(str::to_owned),
        table: Some(2),
        stands: 4,
        grew_from,
    };
    let note = thread(1, Kind::Note, None, vec![]);
    let pick = thread(5, Kind::Picked, Some("Valgt"), vec![note]);
    ResultScreen {
        title: "Bedre møter".to_owned(),
        lang: Lang::Nb,
        phase: PhaseCard::Ended,
        purpose: "Lære".to_owned(),
        goals: vec![],
        result: String::new(),
        dated: NOW,
        items: vec![ResultItem {
            item: ItemNo(0),
            title: "Trio".to_owned(),
            tool: "trio".to_owned(),
            points: vec![
                thread(9, Kind::Point, Some("Vi prøver mer"), vec![pick]),
                thread(10, Kind::Disagreement, Some("Tempoet"), vec![]),
            ],
        }],
        commitments: vec![commitment(Some(true)), commitment(Some(false))],
        parked: vec![],
        contributions: 61,
        goal_results: goal_results(),
    }
}

fn plan() -> Plan {
    let item = Item {
        title: HOSTILE.to_owned(),
        goal: "Målet".to_owned(),
        minutes: 20,
        tool: "igp".to_owned(),
        questions: vec!["Hva?".to_owned()],
        ..Item::default()
    };
    Plan {
        title: "Bedre møter".to_owned(),
        starts_at: "2027-04-26T13:00".to_owned(),
        items: vec![item],
        ..Plan::default()
    }
}

fn view(plan: Plan) -> View {
    let plan = plan.with_ids();
    let advised = Advised::of(&plan, &Around::default());
    View { plan, version: PlanVersion(3), saved_at: NOW, stage: Stage::Closed, advised }
}

fn invitation(plan: &Plan) -> Invitation<'_> {
    Invitation { plan, missing: &[], has_calendar: true, reason_missing: true, typed: HOSTILE }
}

fn called_off() -> Plan {
    Plan { standing: Standing::CalledOff { why: HOSTILE.to_owned() }, ..plan() }
}

/// Every page there is, in one language.
fn every_page(lang: Lang) -> Vec<(&'static str, String)> {
    let join = Join {
        code: "482913".to_owned(),
        names: vec![(SeatId(2), HOSTILE.to_owned())],
        expected: vec![HOSTILE.to_owned()],
        problem: Some("Skriv navnet".to_owned()),
        name: HOSTILE.to_owned(),
    };
    let set = paper::print_set();
    let lobby = PhoneScreen { phase: PhaseCard::Lobby, now: None, ..phone(vec![]) };
    let ended = PhoneScreen { phase: PhaseCard::Ended, now: None, ..phone(vec![]) };
    let changed = meeting::refusal::Refusal::Changed { theirs: HOSTILE.to_owned(), version: 2 };
    let page = |look: &dyn Fn(&Frame<'_>) -> Markup| with_frame(lang, look);
    let fields = [("text".to_owned(), HOSTILE.to_owned())];
    let again = Again { address: HOSTILE, fields: &fields };
    let mut pages = vec![
        ("lobby", phone_html(lang, &lobby)),
        ("ended", phone_html(lang, &ended)),
        ("change", phone_html(lang, &changing(Some(3)))),
        ("first-place", phone_html(lang, &changing(None))),
        ("console", page(&|f| console_page(f, &console()))),
        ("groups", page(&|f| groups::hostile(f))),
        ("wall-lobby", page(&|f| wall_page(f, &wall(PhaseCard::Lobby)))),
        ("wall", page(&|f| wall_page(f, &wall(PhaseCard::Running)))),
        ("wall-ended", page(&|f| wall_page(f, &wall(PhaseCard::Ended)))),
        ("result", page(&|f| result_page(f, &result()))),
        ("print", page(&|f| print_page(f, "all", &set))),
        ("join", page(&|f| join_page(f, &join))),
        ("code", page(&|f| code_page(f, Some("Sjekk"), "48"))),
        ("waiting", page(&|f| waiting_page(f, HOSTILE))),
        ("message", page(&|f| message_page(f, &f.t("wrong-missing-title"), &f.t("wrong-missing")))),
        ("again", page(&|f| again_page(f, HOSTILE, HOSTILE, &again))),
        ("refusal", page(&|f| refusal_page(f, &changed, HOSTILE))),
    ];
    pages.extend(planning_pages(lang));
    for form in every_form() {
        pages.push(("phone", phone_html(lang, &phone(vec![form]))));
    }
    pages
}

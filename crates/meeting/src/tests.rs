//! Runs the scenarios: those of each way of working, and the host's own in `meeting.md`.

use std::collections::BTreeMap;

use kernel::ids::{ContributionId, ItemNo, Place, PlanVersion, SeatId, TableNumber};
use kernel::limits::END_UNDONE_WITHIN;
use kernel::role::Role;
use kernel::step::{Capture, Kind};
use kernel::time::{Minutes, Moment};
use plan::document::{Item, ItemKind, Plan};
use serde_json::json;

use crate::decide::outcomes::OutcomeWish;
use crate::decide::people::PeopleWish;
use crate::decide::program::ProgramWish;
use crate::decide::room::RoomWish;
use crate::decide::tables::TableWish;
use crate::decide::texts::{Text, TextWish};
use crate::decide::{Command, decide};
use crate::event::Event;
use crate::evolve::{evolve, replay};
use crate::given::{Actor, Given};
use crate::refusal::Refusal;
use crate::screens::{Live, console::console, phone::phone, result::result, wall::wall};
use crate::state::{Clock, State};

mod more;

const NAMES: [&str; 12] = [
    "Kari", "Ola", "Amina", "Mats", "Ingrid", "Jonas", "Anne", "Per", "Solveig", "Eli", "Nils",
    "Gro",
];

#[test]
fn every_way_of_working_keeps_its_scenarios() {
    for tool in tools::ALL {
        play_all(tool.name, tool.scenarios);
    }
}

#[test]
fn the_host_keeps_its_scenarios() {
    play_all("meeting", include_str!("meeting.md"));
}

fn play_all(file: &str, markdown: &str) {
    let mut played = 0;
    for section in markdown.split("\n## ").skip(1) {
        let title = section.lines().next().unwrap();
        let Some((_, rest)) = section.split_once("```scenario\n") else { continue };
        let script = rest.split_once("```").unwrap().0;
        let mut room = Room::default();
        for line in script.lines().filter(|line| !line.trim().is_empty()) {
            room.play(line.trim())
                .unwrap_or_else(|why| panic!("{file}: {title}\n  {line}\n  {why}"));
        }
        room.replays_equal();
        played += 1;
    }
    assert!(played > 0, "{file} has no scenario");
}

#[derive(Default)]
struct Room {
    state: State,
    plan: Plan,
    people: usize,
    facts: Vec<Event>,
    now: i64,
    chance: u64,
    leader_is_away: bool,
    /// The unit of those who are told of.
    units: BTreeMap<String, String>,
}

impl Room {
    fn play(&mut self, line: &str) -> Result<(), String> {
        if let Some(sentence) = line.strip_suffix(", and nothing happens") {
            let before = self.facts.len();
            self.play(sentence)?;
            return same("no new fact", &format!("{} new facts", self.facts.len() - before))
                .or_else(|why| if self.facts.len() == before { Ok(()) } else { Err(why) });
        }
        let (sentence, refusal) = match line.split_once(" ! ") {
            Some((sentence, refusal)) => (sentence, Some(refusal)),
            None => (line, None),
        };
        let words: Vec<&str> = sentence.split_whitespace().collect();
        if let [count, "people"] = words[..] {
            self.people = count.parse().unwrap();
            return Ok(());
        }
        if let ["item", tool, minutes, "minutes"] = words[..] {
            self.plan.items.push(Item {
                title: tool.to_owned(),
                minutes: minutes.parse().unwrap(),
                tool: tool.to_owned(),
                questions: vec!["Hva lykkes vi med?".to_owned()],
                orders: vec!["Hva bekrefter?".to_owned(), "Hva utfordrer?".to_owned()],
                ..Item::default()
            });
            return Ok(());
        }
        if let [minutes, "minutes", "pass"] = words[..] {
            self.now += i64::from(number(minutes)) * 60_000;
            return Ok(());
        }
        if self.plans(sentence, &words) {
            return Ok(());
        }
        if words[0] == "part" || words[0] == "notice" {
            return self.plan_more(&words, quoted(sentence));
        }
        self.open()?;
        if sentence == "a day passes" {
            self.now += i64::from(END_UNDONE_WITHIN.0) * 1000;
            return Ok(());
        }
        if words[0] == "the" {
            return self.holds(sentence);
        }
        if words.len() > 2 && ["is", "has", "sits"].contains(&words[1]) {
            return self.holds_of(self.seat(words[0])?, sentence, &words[1..]);
        }
        if words.len() > 2 && words[1] == "sees" {
            return self.sees(words[0], &quoted(sentence), true);
        }
        if sentence.contains(" does not see ") {
            return self.sees(words[0], &quoted(sentence), false);
        }
        let outcome = self.wish(sentence, &words)?;
        let got = outcome.err().map(|it| it.key());
        match (refusal, got) {
            (None, None) => Ok(()),
            (None, Some(got)) => Err(format!("was refused: {got}")),
            (Some(want), got) => same(want, got.unwrap_or("granted")),
        }
    }

    /// A step of the planner's own in the last item, or something to read.
    fn plan_more(&mut self, words: &[&str], text: String) -> Result<(), String> {
        if words[0] == "notice" {
            let kind = ItemKind::Notice;
            self.plan.items.push(Item { title: text, minutes: 15, kind, ..Item::default() });
            return Ok(());
        }
        let &["part", mode, minutes, ..] = words else { return Err("which part?".to_owned()) };
        let part = json!({
            "mode": mode, "minutes": number(minutes), "says": text,
            "captures": if mode == "alone" { json!([{"notes": [{"kind": "note", "count": 1}]}]) } else { json!([]) },
        });
        let part = serde_json::from_value(part).map_err(|why| why.to_string())?;
        let item = self.plan.items.last_mut().ok_or("a part of which item?")?;
        item.tool.clear();
        item.own_steps.push(part);
        Ok(())
    }

    /// Opens the meeting when the first sentence is about what happens in it.
    fn open(&mut self) -> Result<(), String> {
        if self.state.plan.is_some() {
            return Ok(());
        }
        self.plan.title = "Møte".to_owned();
        let open = RoomWish::Open { plan: Box::new(self.plan.clone()), version: PlanVersion(1) };
        self.ask(Actor::Leader, open).map_err(|it| it.key().to_owned())?;
        for name in NAMES.iter().cycle().take(self.people) {
            let name = (*name).to_owned();
            self.ask(Actor::Newcomer, PeopleWish::Join { name, without_device: false })
                .map_err(|it| it.key().to_owned())?;
        }
        Ok(())
    }

    fn ask(&mut self, actor: Actor, command: impl Into<Command>) -> Result<(), Refusal> {
        let command = command.into();
        self.now += 1_000;
        self.chance += 1;
        let known = self.known(&command);
        let given = Given {
            now: Moment(self.now),
            chance: self.chance,
            leader_is_away: self.leader_is_away,
            known: &known,
        };
        for fact in decide(&self.state, actor, command, &given)? {
            evolve(&mut self.state, &fact);
            self.facts.push(fact);
        }
        Ok(())
    }

    fn wish(&mut self, sentence: &str, words: &[&str]) -> Result<Result<(), Refusal>, String> {
        if words[0] == "leader" {
            return self.leader(sentence, words);
        }
        if sentence.starts_with("all at the table of ") {
            return self.all_stand(words[5], &quoted(sentence));
        }
        if let ["table", "of", name, ..] = words {
            let who = self.seat(name)?;
            let rest = &words[3..];
            return match rest {
                ["writes", kind, slot, ..] => Ok(self.write(who, kind, slot, &quoted(sentence))),
                ["delivers"] => Ok(self.deliver(who, true)),
                ["takes", "its", "delivery", "back"] => Ok(self.deliver(who, false)),
                _ => Err(format!("no table can `{}`", rest.join(" "))),
            };
        }
        let text = quoted(sentence);
        if let [name, "joins"] = words {
            let name = (*name).to_owned();
            return Ok(self.ask(Actor::Newcomer, PeopleWish::Join { name, without_device: false }));
        }
        let who = self.seat(words[0])?;
        let actor = Actor::Seat(who);
        Ok(match words[1..] {
            ["writes", kind, slot, ..] => self.write(who, kind, slot, &text),
            ["carries", ..] => self.take(who, Kind::Carried, 0, &text),
            ["picks", slot, ..] => self.take(who, Kind::Picked, number(slot) - 1, &text),
            ["stands", "behind", ..] => {
                let point = self.find(&text)?;
                self.ask(actor, TextWish::Stand { point, stands: true })
            }
            ["leaves"] => self.ask(actor, PeopleWish::Leave { seat: who }),
            ["returns"] => self.ask(actor, PeopleWish::Return { seat: who }),
            ["raises", "hand"] => self.ask(actor, TableWish::RaiseHand { up: true }),
            ["asks", "for", "help"] => self.ask(actor, TableWish::AskHelp),
            ["takes", "the", "lead"] => self.ask(actor, RoomWish::TakeLead),
            ["moves", "on"] => {
                let from = self.state.place().ok_or("the meeting has not started")?;
                self.ask(actor, ProgramWish::MoveOn { from })
            }
            ["passes", "the", role] => {
                let role = Role::from_key(role).ok_or("no such role")?;
                self.ask(actor, TableWish::PassRole { role })
            }
            ["promises", ..] => self.promise(actor, who, &text),
            ["proposes", owner, ..] => {
                let owner = self.seat(owner)?;
                self.promise(actor, owner, &text)
            }
            ["accepts"] => {
                self.ask(actor, OutcomeWish::AnswerCommitment { number: 1, accepted: true })
            }
            ["claims", name] => {
                let seat = self.seat(name)?;
                self.ask(Actor::Newcomer, PeopleWish::ClaimSeat { seat })
            }
            _ => return self.more_wishes(who, sentence, &words[1..]),
        })
    }

    fn leader(&mut self, sentence: &str, words: &[&str]) -> Result<Result<(), Refusal>, String> {
        let place = self.state.place();
        let at = || place.ok_or_else(|| "the meeting has not started".to_owned());
        let command = match words[1..] {
            ["starts"] => ProgramWish::Start.into(),
            ["moves", "on"] => ProgramWish::MoveOn { from: at()? }.into(),
            ["moves", "on", "again", "from", "the", "step", "before"] => {
                let now = at()?;
                let from = Place { step: now.step.saturating_sub(1), ..now };
                ProgramWish::MoveOn { from }.into()
            }
            ["reopens"] => ProgramWish::Reopen { from: at()? }.into(),
            ["starts", "the", "clock"] => ProgramWish::StartClock { place: at()? }.into(),
            ["pauses"] => ProgramWish::PauseClock.into(),
            ["adds", minutes, _] => {
                ProgramWish::AddTime { minutes: Minutes(number(minutes)) }.into()
            }
            ["skips", item] => {
                ProgramWish::SkipItem { item: ItemNo(number(item) as usize - 1) }.into()
            }
            ["ends"] => ProgramWish::End.into(),
            ["undoes", "the", "end"] => ProgramWish::UndoEnd.into(),
            ["makes", "groups"] => TableWish::MakeGroups { again: false }.into(),
            ["locks", "the", "door"] => RoomWish::LockDoor { locked: true }.into(),
            ["names", name, "deputy"] => RoomWish::NameDeputy { seat: self.seat(name)? }.into(),
            ["confirms", "the", "claim"] => {
                PeopleWish::AnswerClaim { claim: 1, granted: true }.into()
            }
            ["line", "goes"] => {
                self.leader_is_away = true;
                return Ok(Ok(()));
            }
            _ => self.more_of_the_leader(sentence, &words[1..])?,
        };
        Ok(self.ask(Actor::Leader, command))
    }

    fn write(&mut self, who: SeatId, kind: &str, slot: &str, text: &str) -> Result<(), Refusal> {
        let kind = kind_named(kind);
        let place = self.place_of(kind);
        let text = Text {
            place,
            kind,
            slot: u8::try_from(number(slot) - 1).unwrap(),
            text: text.to_owned(),
            parents: vec![],
            base: None,
        };
        self.ask(Actor::Seat(who), TextWish::Write(text))
    }

    fn take(&mut self, who: SeatId, kind: Kind, slot: u32, text: &str) -> Result<(), Refusal> {
        let same = |it: &&crate::written::Contribution| it.text == text && it.kind != kind;
        let parents = self.state.written.all().filter(same).map(|it| it.id).collect();
        let text = Text {
            place: self.state.place().unwrap(),
            kind,
            slot: u8::try_from(slot).unwrap(),
            text: text.to_owned(),
            parents,
            base: None,
        };
        self.ask(Actor::Seat(who), TextWish::Write(text))
    }

    /// The current step, or the last one before it that takes such a text: a late write.
    fn place_of(&self, kind: Kind) -> Place {
        let takes = |place: &&Place| {
            self.state.step(**place).is_some_and(|step| {
                step.captures.iter().any(|capture| match capture {
                    Capture::Notes(fields) | Capture::Found(fields) => {
                        fields.iter().any(|field| field.kind == kind)
                    }
                    Capture::Points { .. } => matches!(kind, Kind::Point | Kind::Disagreement),
                    Capture::TableText => kind == Kind::TableText,
                    Capture::Carry
                    | Capture::Pick { .. }
                    | Capture::Choice
                    | Capture::Commitments => false,
                })
            })
        };
        let now = self.state.place().unwrap_or(Place { item: ItemNo(0), step: 0 });
        self.state.opened.range(..=now).rev().find(takes).copied().unwrap_or(now)
    }

    fn deliver(&mut self, who: SeatId, delivered: bool) -> Result<(), Refusal> {
        let item = self.state.place().unwrap().item;
        self.ask(Actor::Seat(who), TextWish::Deliver { item, delivered })
    }

    fn seat(&self, name: &str) -> Result<SeatId, String> {
        if let Some(found) = self.by_part(name) {
            return found;
        }
        let mut seats = self.state.seats.iter();
        let found = seats.find(|(_, seat)| seat.name == name).map(|(id, _)| *id);
        found.ok_or_else(|| format!("nobody is called {name}"))
    }

    fn find(&self, text: &str) -> Result<ContributionId, String> {
        let mut all = self.state.written.all();
        all.find(|it| it.text == text).map(|it| it.id).ok_or_else(|| "no such text".to_owned())
    }

    fn sees(&self, name: &str, text: &str, should: bool) -> Result<(), String> {
        let screen = phone(&self.state, self.seat(name)?, &self.live()).unwrap();
        shows(&serde_json::to_string(&screen).unwrap(), text, should)
    }

    fn live(&self) -> Live {
        Live { leader_is_away: self.leader_is_away, ..Live::default() }
    }

    fn holds(&self, claim: &str) -> Result<(), String> {
        let now = Moment(self.now);
        let text = quoted(claim);
        if claim.starts_with("the wall shows") || claim.starts_with("the wall does not show") {
            let screen = wall(&self.state, now, &self.live()).unwrap();
            let screen = serde_json::to_string(&screen).unwrap();
            return shows(&screen, &text, claim.starts_with("the wall shows"));
        }
        if claim.starts_with("the console shows") || claim.starts_with("the console does not show")
        {
            let screen = serde_json::to_string(&console(&self.state, now, &self.live())).unwrap();
            return shows(&screen, &text, claim.starts_with("the console shows"));
        }
        if claim.starts_with("the result shows") || claim.starts_with("the result does not show") {
            let screen = serde_json::to_string(&result(&self.state, now).unwrap()).unwrap();
            return shows(&screen, &text, claim.starts_with("the result shows"));
        }
        if let Some(steps) = claim.strip_prefix("the steps are ") {
            return same(steps, &self.steps());
        }
        if let Some(step) = claim.strip_prefix("the step is ") {
            let place = self.state.place().ok_or("the meeting has not started")?;
            return same(step, &self.state.step(place).unwrap().name);
        }
        let got = match claim.split_once(" is ").map(|(what, _)| what) {
            Some("the clock") => match self.state.running().unwrap().clock {
                Clock::Waiting { .. } => "waiting".to_owned(),
                Clock::Running { .. } => "running".to_owned(),
                Clock::Paused { .. } => "paused".to_owned(),
            },
            Some("the phase") => {
                let screen = wall(&self.state, now, &self.live()).unwrap();
                format!("{:?}", screen.phase).to_lowercase()
            }
            Some("the item after now") => {
                let item = self.state.place().unwrap().item.0 + 1;
                format!("{} minutes", self.state.items[item].seconds.0 / 60)
            }
            _ if claim.starts_with("the tables are ") => {
                let (_, seated) = self.state.tables_now().or(self.state.groups()).unwrap();
                let sizes = seated.tables.iter().map(|table| table.seats.len());
                let mut sizes: Vec<usize> = sizes.filter(|size| *size > 0).collect();
                sizes.sort_unstable();
                let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
                return same(claim.trim_start_matches("the tables are "), &sizes.join(" "));
            }
            _ => return self.more_holds(claim),
        };
        same(claim.split_once(" is ").unwrap().1, &got)
    }

    fn steps(&self) -> String {
        let steps = if self.state.items[0].steps.is_empty() {
            // The steps before the start are those the room would get now.
            let mut started = Room { state: self.state.clone(), ..Room::default() };
            started.ask(Actor::Leader, ProgramWish::Start).unwrap();
            started.state.items[0].steps.clone()
        } else {
            self.state.items[0].steps.clone()
        };
        let steps = steps.iter().map(|step| {
            let minutes = f64::from(step.seconds.0) / 60.0;
            format!("{} {minutes}", step.name)
        });
        steps.collect::<Vec<_>>().join(", ")
    }

    /// The log read again gives the same screens.
    fn replays_equal(&self) {
        let stored = self.facts.iter().map(|fact| serde_json::to_string(fact).unwrap());
        let read: Vec<Event> = stored.map(|fact| serde_json::from_str(&fact).unwrap()).collect();
        assert_eq!(read, self.facts);
        let again = replay(&read);
        for seat in self.state.seats.keys() {
            let live = self.live();
            assert_eq!(phone(&again, *seat, &live), phone(&self.state, *seat, &live));
        }
    }
}

fn number(text: &str) -> u32 {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

fn kind_named(key: &str) -> Kind {
    serde_json::from_str(&format!("\"{key}\"")).unwrap_or_else(|_| panic!("no kind `{key}`"))
}

fn quoted(sentence: &str) -> String {
    sentence.split('"').nth(1).unwrap_or("").to_owned()
}

fn shows(screen: &str, text: &str, should: bool) -> Result<(), String> {
    match (screen.contains(text), should) {
        (true, true) | (false, false) => Ok(()),
        (false, true) => Err("is not shown".to_owned()),
        (true, false) => Err("is shown".to_owned()),
    }
}

fn same(want: &str, got: &str) -> Result<(), String> {
    if want == got { Ok(()) } else { Err(format!("want: {want}\n  got:  {got}")) }
}

#[test]
fn two_who_write_at_one_table_lose_nothing() {
    let mut room = Room { people: 4, ..Room::default() };
    room.play("item plenary 15 minutes").unwrap();
    room.play("leader starts").unwrap();
    room.play("table of Kari writes point 1 \"Vi prøver\"").unwrap();
    let place = room.state.place().unwrap();
    let write = |text: &str, base| {
        TextWish::Write(Text {
            place,
            kind: Kind::Point,
            slot: 0,
            text: text.to_owned(),
            parents: vec![],
            base,
        })
    };
    room.ask(Actor::Seat(SeatId(2)), write("Vi prøver to ganger", Some(1))).unwrap();
    let refused = room.ask(Actor::Seat(SeatId(3)), write("Vi venter", Some(1))).unwrap_err();
    let theirs = "Vi prøver to ganger".to_owned();
    assert_eq!(refused, Refusal::Changed { theirs, version: 2 });
    assert!(!room.state.delivered.contains(&(ItemNo(0), TableNumber(1))));
}

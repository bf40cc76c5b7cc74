//! The sentences about taking back, borrowing, moving items, goals and the last meeting.

use std::collections::BTreeSet;

use kernel::ids::{ContributionId, ItemNo, PlanVersion, SeatId, TableNumber};
use kernel::role::Role;
use kernel::time::Moment;
use plan::document::{Item, Plan};

use super::{Room, number, quoted, same};
use crate::company::{Company, Known};
use crate::decide::Command;
use crate::decide::outcomes::OutcomeWish;
use crate::decide::program::ProgramWish;
use crate::decide::room::RoomWish;
use crate::decide::texts::TextWish;
use crate::event::GoalAnswer;
use crate::given::Actor;
use crate::refusal::Refusal;
use crate::screens::phone::{Form, PhoneScreen};
use crate::screens::{console::console, phone::phone, program, result::result};

impl Room {
    /// Takes a sentence about the plan, which is read before the meeting opens.
    pub(super) fn plans(&mut self, sentence: &str, words: &[&str]) -> bool {
        if let [names @ .., "is" | "are", "from", unit] = words {
            let of_unit = names.iter().map(|name| ((*name).to_owned(), (*unit).to_owned()));
            self.units.extend(of_unit);
            return true;
        }
        match words[0] {
            "goal" => self.plan.goals.push(quoted(sentence)),
            "previous" => self.plan.previous.push(quoted(sentence)),
            _ => return false,
        }
        true
    }

    /// What is known around the meeting: who is of which unit, with the one who is coming.
    pub(super) fn known(&self, command: &Command) -> Known {
        let next = self.state.next_seat();
        let coming = command.coming().map(|name| (next, name));
        let here = self.state.seats.iter().map(|(seat, it)| (*seat, it.name.as_str()));
        let of_unit = |(seat, name): (SeatId, &str)| Some((seat, self.units.get(name)?.clone()));
        let units = here.chain(coming).filter_map(of_unit).collect();
        Known { company: Company { units, ..Company::default() }, ..Known::default() }
    }

    pub(super) fn promise(
        &mut self,
        actor: Actor,
        owner: SeatId,
        what: &str,
    ) -> Result<(), Refusal> {
        let what = what.to_owned();
        let due = "2027-01-15".to_owned();
        self.ask(actor, OutcomeWish::Propose { what, owner, due, sign: String::new() })
    }

    pub(super) fn more_wishes(
        &mut self,
        who: SeatId,
        sentence: &str,
        words: &[&str],
    ) -> Result<Result<(), Refusal>, String> {
        let text = quoted(sentence);
        let command: Command = match words {
            ["takes", "back", ..] => TextWish::Withdraw { id: self.written_by(who, &text)? }.into(),
            ["restores", ..] => TextWish::Restore { id: self.written_by(who, &text)? }.into(),
            ["borrows", ..] => TextWish::Borrow { of: self.lent(who, &text)? }.into(),
            ["answers", "goal", goal, answer, rest @ ..] => OutcomeWish::AnswerGoal {
                goal: number(goal) as usize - 1,
                answer: GoalAnswer::from_key(answer).ok_or("no such answer")?,
                device: match rest {
                    [] => who,
                    ["on", name, "device"] => self.seat(name.trim_end_matches("'s"))?,
                    _ => return Err(format!("nobody knows how to `{sentence}`")),
                },
            }
            .into(),
            _ => return Err(format!("nobody knows how to `{sentence}`")),
        };
        Ok(self.ask(Actor::Seat(who), command))
    }

    pub(super) fn more_of_the_leader(
        &self,
        sentence: &str,
        words: &[&str],
    ) -> Result<Command, String> {
        let at = |item: &str| ItemNo(number(item) as usize - 1);
        Ok(match words {
            ["moves", item, "before", other] => {
                ProgramWish::MoveItem { item: at(item), before: Some(at(other)) }.into()
            }
            ["moves", item, "last"] => {
                ProgramWish::MoveItem { item: at(item), before: None }.into()
            }
            ["undoes", "the", "move"] => {
                let moved = console(&self.state, Moment(self.now), &self.live()).unwrap().moved;
                let moved = moved.ok_or("there is no move to undo")?;
                ProgramWish::MoveItem { item: moved.item, before: moved.before }.into()
            }
            ["wants", "a", "nudge"] => ProgramWish::SetNudge { on: true }.into(),
            ["wants", "no", "nudge"] => ProgramWish::SetNudge { on: false }.into(),
            ["plans", tool, minutes, "minutes", "as", "version", version] => {
                let title = quoted(sentence);
                let items = vec![Item {
                    title: if title.is_empty() { (*tool).to_owned() } else { title },
                    minutes: number(minutes),
                    tool: (*tool).to_owned(),
                    ..Item::default()
                }];
                let plan = Box::new(Plan { items, ..self.plan.clone() });
                RoomWish::Open { plan, version: PlanVersion(i64::from(number(version))) }.into()
            }
            _ => return Err(format!("the leader cannot `{sentence}`")),
        })
    }

    pub(super) fn more_holds(&self, claim: &str) -> Result<(), String> {
        let now = Moment(self.now);
        if let Some(order) = claim.strip_prefix("the order is ") {
            let rows = program(&self.state, now);
            let rows: Vec<String> = rows.iter().map(|row| row.title.clone()).collect();
            return same(order, &rows.join(", "));
        }
        if let Some(counts) = claim.strip_prefix("the goals are counted ") {
            let results = result(&self.state, now).unwrap().goal_results;
            let counts_of = results
                .iter()
                .map(|it| format!("{} {} {}", it.count.reached, it.count.partly, it.count.not_yet));
            return same(counts, &counts_of.collect::<Vec<_>>().join(", "));
        }
        if claim == "the goals are not counted" {
            let results = result(&self.state, now).unwrap().goal_results;
            return same("0 results", &format!("{} results", results.len()));
        }
        if let Some(minutes) = claim.strip_prefix("the nudge comes after ") {
            let screen = console(&self.state, now, &self.live()).unwrap();
            let at = screen.nudge_at.ok_or("there is no nudge")?;
            return same(minutes, &format!("{} minutes", (at.0 - self.now) / 60_000));
        }
        if claim == "the talk has no nudge" {
            let screen = console(&self.state, now, &self.live()).unwrap();
            return same("None", &format!("{:?}", screen.nudge_at));
        }
        Err(format!("nobody knows whether `{claim}`"))
    }

    pub(super) fn holds_of(&self, who: SeatId, claim: &str, words: &[&str]) -> Result<(), String> {
        let screen = phone(&self.state, who, &self.live()).unwrap();
        let (want, got) = match words {
            ["is", "asked", "for", "an", "example"] => (true, asks(&screen)),
            ["is", "not", "asked", "for", "an", "example"] => (false, asks(&screen)),
            ["is", "asked", "about", "the", "goals"] => (true, !screen.goal_cards.is_empty()),
            ["is", "not", "asked", "about", "the", "goals"] => {
                (false, !screen.goal_cards.is_empty())
            }
            ["has", "a", "new", "place"] => (true, screen.change.is_some()),
            ["has", "no", "new", "place"] => (false, screen.change.is_some()),
            ["sits", "with", names @ ..] => {
                let members = screen.table.iter().flat_map(|table| &table.members);
                let others = members.filter(|it| !it.is_me).map(|it| it.name.as_str());
                let others: BTreeSet<&str> = others.collect();
                let wanted: BTreeSet<&str> = names.iter().copied().collect();
                return same(&format!("{wanted:?}"), &format!("{others:?}"));
            }
            ["sits", "at", "another", "table", "than", name] => {
                let members = screen.table.iter().flat_map(|table| &table.members);
                (false, members.into_iter().any(|it| it.name == *name))
            }
            ["has", "borrowed", ..] => {
                let text = quoted(claim);
                let cards = screen.sources.iter().flat_map(|source| &source.cards);
                let lent = cards.filter_map(|it| Some((it, it.loan?)));
                let kept = lent.filter(|(_, loan)| loan.kept_as.is_some());
                (true, kept.into_iter().any(|(it, _)| it.card.text == text))
            }
            _ => return Err(format!("nobody knows whether `{claim}`")),
        };
        same(&want.to_string(), &got.to_string())
    }

    pub(super) fn all_stand(
        &mut self,
        name: &str,
        text: &str,
    ) -> Result<Result<(), Refusal>, String> {
        let who = self.seat(name)?;
        let point = self.find(text)?;
        let place = self.state.place().ok_or("the meeting has not started")?;
        let (_, table) = self.state.table_at(place, who).ok_or("there is no table")?;
        for seat in table.seats.clone() {
            let stood = self.ask(Actor::Seat(seat), TextWish::Stand { point, stands: true });
            if stood.is_err() {
                return Ok(stood);
            }
        }
        Ok(Ok(()))
    }

    /// Somebody who is named by the part they have.
    pub(super) fn by_part(&self, name: &str) -> Option<Result<SeatId, String>> {
        if name == "Outsider" { Some(self.outsider()) } else { self.at_a_cafe(name) }
    }

    /// Someone who sits at another table than Kari.
    fn outsider(&self) -> Result<SeatId, String> {
        let kari = self.seat("Kari")?;
        let (_, groups) = self.state.groups().ok_or("there are no groups yet")?;
        let mut others = groups.tables.iter().filter(|table| !table.seats.contains(&kari));
        let seat = others.find_map(|table| table.seats.first());
        seat.copied().ok_or_else(|| "there is one table only".to_owned())
    }

    /// The host of table 1 of a café, one of the guests there, or one who has never been there.
    fn at_a_cafe(&self, name: &str) -> Option<Result<SeatId, String>> {
        let item = self.state.place().map_or(ItemNo(0), |place| place.item);
        let (_, seated) = crate::cafe::rounds(&self.state, item).next_back()?;
        let table = seated.table(TableNumber(1))?;
        let host = seated.holder(table, Role::CafeHost);
        let found = match name {
            "Host" => host,
            "Guest" => table.seats.iter().copied().find(|seat| Some(*seat) != host),
            "Stranger" => {
                let (first, _) = crate::cafe::rounds(&self.state, item).next()?;
                let been: Vec<SeatId> =
                    crate::cafe::all_at(&self.state, first, TableNumber(1)).collect();
                self.state.present().into_iter().find(|seat| !been.contains(seat))
            }
            _ => return None,
        };
        Some(found.ok_or_else(|| format!("there is no {name}")))
    }

    fn written_by(&self, who: SeatId, text: &str) -> Result<ContributionId, String> {
        let all = self.state.written.all();
        let mut mine = all.filter(|it| it.text == text && (it.by == who || it.table.is_some()));
        mine.next_back().map(|it| it.id).ok_or_else(|| "has no such text".to_owned())
    }

    /// Somebody else's text of these words, or one's own where there is no other.
    fn lent(&self, who: SeatId, text: &str) -> Result<ContributionId, String> {
        let same = |it: &&crate::written::Contribution| it.text == text;
        let mut all = self.state.written.all().filter(same);
        let theirs = all.clone().find(|it| it.by != who).or_else(|| all.next());
        theirs.map(|it| it.id).ok_or_else(|| "no such text".to_owned())
    }
}

fn asks(screen: &PhoneScreen) -> bool {
    screen.forms.iter().any(|form| match form {
        Form::Notes { fields } => fields.iter().any(|field| field.asks_for_example),
        Form::Carry { .. }
        | Form::Pick { .. }
        | Form::Points { .. }
        | Form::TableText { .. }
        | Form::Found { .. }
        | Form::Choice { .. }
        | Form::Commitments => false,
    })
}

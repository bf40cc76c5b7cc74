//! What a participant does with each form that the screen offers.

use kernel::ids::Place;
use serde_json::json;

use super::{Draft, Phone, Wish};
use crate::chance::Chance;
use crate::screen::{Card, Choice, Field, Form, PhoneScreen};

/// One in this many fills nothing in: people do not always write.
const SILENT: usize = 8;

impl Phone {
    pub(super) fn fill(&mut self, screen: &PhoneScreen, form: &Form, pass: usize) -> Vec<Wish> {
        let wishes = match form {
            Form::Notes { fields } => self.notes(fields, pass),
            Form::Carry { field, choices } => self.carry(field, choices, pass),
            Form::Pick { fields, choices } => self.pick(fields, choices, pass),
            Form::Points { .. } => return self.points(screen, form, pass),
            Form::TableText { field } => self.shared(screen, &[field], pass),
            Form::Found { fields } => {
                let fields: Vec<&Field> = fields.iter().collect();
                self.shared(screen, &fields, pass)
            }
            Form::Choice { notes } => return choose(&mut self.chance, notes),
            Form::Commitments => return self.promise(screen, pass),
        };
        wishes.into_iter().map(Wish::Text).collect()
    }

    fn notes(&mut self, fields: &[Field], pass: usize) -> Vec<Draft> {
        let mut drafts = vec![];
        for field in fields {
            let key = self.key(field, None);
            let times = self.rewritten.get(&key).copied().unwrap_or(0);
            let is_first = field.id.is_none() && pass == 0 && !self.chance.one_in(SILENT);
            let again = field.id.is_some() && times < 3 && pass <= 2 && self.chance.one_in(4);
            if is_first || again {
                self.rewritten.insert(key, times + 1);
                drafts.push(self.note(field));
            }
        }
        drafts
    }

    fn carry(&mut self, field: &Field, choices: &[Card], pass: usize) -> Vec<Draft> {
        let is_wanted = field.id.is_none() && pass == 0 && !self.chance.one_in(SILENT);
        if !is_wanted {
            return vec![];
        }
        let chosen =
            (!choices.is_empty()).then(|| choices[self.chance.below(choices.len())].clone());
        vec![self.take(field, chosen)]
    }

    fn pick(&mut self, fields: &[Field], choices: &[Card], pass: usize) -> Vec<Draft> {
        if pass > 0 {
            return vec![];
        }
        let mut choices = choices.to_vec();
        self.chance.shuffle(&mut choices);
        let empty: Vec<&Field> = fields.iter().filter(|field| field.id.is_none()).collect();
        empty.into_iter().map(|field| self.take(field, choices.pop())).collect()
    }

    /// Takes a card along as it stands or in new words, or new words alone.
    fn take(&mut self, field: &Field, chosen: Option<Card>) -> Draft {
        let unchanged = self.chance.one_in(2);
        let (text, parents) = match chosen {
            Some(card) if unchanged && card.text.chars().count() < 290 => {
                (card.text, vec![card.id])
            }
            Some(card) => (self.words(field.kind), vec![card.id]),
            None => (self.words(field.kind), vec![]),
        };
        Draft {
            field: self.key(field, None),
            text,
            parents,
            base: field.version,
            is_private: false,
            is_late: false,
        }
    }

    /// Returns the phone's place round its table; the first writes, and the next ones only where
    /// those before them have not.
    fn rank(&self, screen: &PhoneScreen) -> usize {
        let members = screen.table.as_ref().map(|table| &table.members);
        let place = members.and_then(|them| them.iter().position(|it| it.seat == self.seat));
        place.unwrap_or(usize::MAX)
    }

    /// Tells whether two of the table write at once in a place; all its members answer alike.
    fn two_at_once(&self, screen: &PhoneScreen, place: Place) -> bool {
        let table = screen.table.as_ref().map_or(0, |table| u64::from(table.number));
        let item = u64::try_from(place.item.0).unwrap_or(0);
        let step = u64::try_from(place.step).unwrap_or(0);
        Chance::new(self.seed).fork(table * 1_000_000 + item * 1_000 + step).one_in(2)
    }

    fn shared(&mut self, screen: &PhoneScreen, fields: &[&Field], pass: usize) -> Vec<Draft> {
        let Some(place) = fields.first().map(|field| field.place) else { return vec![] };
        let table = screen.table.as_ref().map(|table| table.number);
        let rank = self.rank(screen);
        let collides = rank == 1 && pass == 0 && self.two_at_once(screen, place);
        let writes = rank == pass || collides;
        let empty = fields.iter().filter(|field| field.id.is_none() && writes);
        let empty: Vec<&&Field> = empty.collect();
        let mut drafts: Vec<Draft> =
            empty.into_iter().map(|field| self.shared_draft(field, table, vec![])).collect();
        let again = fields.iter().find(|field| field.id.is_some() && pass == 1 && rank == 1);
        if let Some(field) = again.filter(|_| self.chance.one_in(2)) {
            drafts.push(self.shared_draft(field, table, vec![]));
        }
        drafts
    }

    fn shared_draft(&mut self, field: &Field, table: Option<u32>, parents: Vec<u32>) -> Draft {
        Draft {
            field: self.key(field, table),
            text: self.words(field.kind),
            parents,
            base: field.version,
            is_private: false,
            is_late: false,
        }
    }

    fn points(&mut self, screen: &PhoneScreen, form: &Form, pass: usize) -> Vec<Wish> {
        let Form::Points { fields, disagreement, cards, may_deliver, delivered } = form else {
            return vec![];
        };
        if *delivered {
            return vec![];
        }
        let rank = self.rank(screen);
        let table = screen.table.as_ref().map(|table| table.number);
        let place = disagreement.place;
        let mut wishes = vec![];
        if fields.iter().all(|field| field.id.is_none()) && rank == pass {
            let wanted = 1 + self.chance.below(fields.len());
            for field in fields.iter().take(wanted) {
                let parents = self.some_of(cards);
                wishes.push(Wish::Text(self.shared_draft(field, table, parents)));
            }
            if disagreement.id.is_none() && self.chance.one_in(4) {
                wishes.push(Wish::Text(self.shared_draft(disagreement, table, vec![])));
            }
        } else if rank == 1 && pass == 0 && self.two_at_once(screen, place) {
            let parents = self.some_of(cards);
            let first = fields.first().filter(|field| field.id.is_none());
            let draft = first.map(|field| self.shared_draft(field, table, parents));
            wishes.extend(draft.map(Wish::Text));
        }
        let unsupported = fields.iter().filter(|field| !field.i_stand && pass > 0);
        for point in unsupported.filter_map(|field| field.id) {
            let body = json!({ "point": point, "stands": true });
            wishes.push(Wish::Other { path: "stands".to_owned(), body });
        }
        if *may_deliver && pass > 1 && rank <= pass {
            let body = json!({ "item": place.item, "delivered": true });
            wishes.push(Wish::Other { path: "deliveries".to_owned(), body });
        }
        wishes
    }

    fn some_of(&mut self, cards: &[Card]) -> Vec<u32> {
        let mut ids: Vec<u32> = cards.iter().map(|card| card.id).collect();
        self.chance.shuffle(&mut ids);
        ids.truncate(1 + self.chance.below(2));
        ids.sort_unstable();
        ids
    }

    fn promise(&mut self, screen: &PhoneScreen, pass: usize) -> Vec<Wish> {
        let mine = screen.commitments.iter().filter(|it| it.owner == self.seat);
        let mut wishes: Vec<Wish> = mine
            .filter(|it| it.accepted.is_none())
            .map(|it| Wish::Other {
                path: format!("commitments/{}/answer", it.number),
                body: json!({ "accepted": !self.chance.one_in(5) }),
            })
            .collect();
        if pass == 0 && !self.proposed && self.seat % 5 <= 1 {
            self.proposed = true;
            // Seat 1 is always there; one's own proposal is a promise at once.
            let owner = if self.seat.is_multiple_of(2) { self.seat } else { 1 };
            let body = json!({
                "what": format!("Prøve dette {}", self.chance.mark()),
                "owner": owner,
                "due": "2027-01-15",
                "sign": "Vi ser det i timane",
            });
            wishes.push(Wish::Other { path: "commitments".to_owned(), body });
        }
        wishes
    }

    /// What is done beside the forms: hands, readiness, and turns round the table.
    pub(super) fn besides(&mut self, screen: &PhoneScreen, pass: usize) -> Vec<Wish> {
        let mut wishes = vec![];
        let Some(now) = screen.now.as_ref() else { return wishes };
        let other =
            |path: &str, body: serde_json::Value| Wish::Other { path: path.to_owned(), body };
        if pass == 0 && self.chance.one_in(12) {
            let up = self.chance.one_in(2);
            wishes.push(other("hands", json!({ "up": up })));
        }
        let rank = self.rank(screen);
        if pass == 0 && rank == 0 && !screen.table_ready && now.clock.state == "waiting" {
            wishes.push(other("readiness", json!({})));
        }
        let turn = screen.table_turn.as_ref().filter(|turn| turn.turn + 1 < turn.of);
        if let Some(turn) = turn.filter(|_| rank == 0 && pass < 3) {
            wishes.push(other("turns", json!({ "from": turn.turn })));
        }
        wishes
    }
}

fn choose(chance: &mut Chance, notes: &[Choice]) -> Vec<Wish> {
    if notes.is_empty() || notes.iter().any(|note| note.is_my_choice) {
        return vec![];
    }
    let note = notes[chance.below(notes.len())].card.id;
    vec![Wish::Other { path: "choices".to_owned(), body: json!({ "note": note }) }]
}

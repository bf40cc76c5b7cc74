//! A participant with a phone: reads the own screen and does what it offers.

mod forms;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;
use kernel::step::{Kind, Source};
use serde_json::{Value, json};

use crate::chance::Chance;
use crate::history::{Delivery, FieldKey, Outcome, OwnCards, Owner, Promise, Read, Viewer, Write};
use crate::line::{Answer, Line};
use crate::screen::{Field, Form, PhoneScreen, State};

/// A wish that waits in the phone's queue.
#[derive(Clone, Debug)]
pub enum Wish {
    Text(Draft),
    Other { path: String, body: Value },
}

/// A text before it is sent. Its words are set when it is written, not when it arrives.
#[derive(Clone, Debug)]
pub struct Draft {
    pub field: FieldKey,
    pub text: String,
    pub parents: Vec<u32>,
    pub base: u32,
    pub is_private: bool,
    pub is_late: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Awake,
    /// Until this many more steps have gone by.
    Asleep(u32),
    Gone,
}

pub struct Phone {
    pub seat: u32,
    pub line: Line,
    pub chance: Chance,
    pub presence: Presence,
    /// Tells the phone's stream whether the phone sleeps.
    pub is_asleep: Arc<AtomicBool>,
    /// Written just before the phone fell asleep, and not sent.
    held: Vec<Draft>,
    /// How often each own field has been written, so that a rewrite is rare.
    rewritten: BTreeMap<FieldKey, u32>,
    /// The meeting's seed, for what the members of a table do together.
    seed: u64,
    proposed: bool,
    /// Has nothing more to do in this step.
    is_done: bool,
    /// The step shows something of what was written, or can be written in.
    has_texts: bool,
}

impl Phone {
    #[must_use]
    pub fn new(seat: u32, line: Line, seed: u64) -> Phone {
        Phone {
            seat,
            line,
            chance: Chance::new(seed).fork(u64::from(seat)),
            presence: Presence::Awake,
            is_asleep: Arc::default(),
            held: vec![],
            rewritten: BTreeMap::new(),
            seed,
            proposed: false,
            is_done: false,
            has_texts: true,
        }
    }

    pub async fn look(&self) -> Result<State> {
        self.line.state("seat", Viewer::Seat(self.seat)).await
    }

    /// Takes part once: looks, and does what the screen asks for. Tells whether it did anything.
    pub async fn act(&mut self, pass: usize) -> Result<bool> {
        self.is_done = self.is_done && pass > 0;
        if self.presence != Presence::Awake || self.is_done {
            return Ok(false);
        }
        let screen: PhoneScreen = self.look().await?.read()?;
        if screen.me != self.seat {
            self.line.recorder.odd(format!("seat {} got the screen of {}", self.seat, screen.me));
        }
        let mut wishes: Vec<Wish> = self.held.drain(..).map(Wish::Text).collect();
        for form in &screen.forms {
            wishes.extend(self.fill(&screen, form, pass));
        }
        wishes.extend(self.besides(&screen, pass));
        // Wishes of one pass are for different things, so they may arrive in any order.
        self.chance.shuffle(&mut wishes);
        self.has_texts = !screen.forms.is_empty() || !screen.sources.is_empty();
        // A table waits for its first member before the next one writes.
        let waits = pass < 2 && screen.forms.iter().any(Form::is_shared);
        let did = !wishes.is_empty();
        let may_be_asked = screen.forms.iter().any(|it| matches!(it, Form::Commitments));
        self.is_done = !did && !may_be_asked && !screen.forms.iter().any(Form::is_shared);
        for wish in wishes {
            match wish {
                Wish::Text(draft) => self.write(draft).await?,
                Wish::Other { path, body } => self.ask(&path, &body).await?,
            }
        }
        Ok(did || waits)
    }

    /// Writes what stands in the way of sleep down, and does not send it.
    pub async fn fall_asleep(&mut self, steps: u32) -> Result<()> {
        let screen: PhoneScreen = self.look().await?.read()?;
        let notes = screen.forms.iter().find(|form| matches!(form, Form::Notes { .. }));
        let empty = notes.and_then(|form| form.fields().into_iter().find(|it| it.id.is_none()));
        if let Some(field) = empty {
            let mut draft = self.note(field);
            draft.is_late = true;
            self.held.push(draft);
        }
        self.is_asleep.store(true, Ordering::SeqCst);
        self.presence = Presence::Asleep(steps);
        Ok(())
    }

    /// Lets a step go by.
    pub fn step_went_by(&mut self) {
        if let Presence::Asleep(steps) = self.presence {
            if steps <= 1 {
                self.presence = Presence::Awake;
                self.is_asleep.store(false, Ordering::SeqCst);
            } else {
                self.presence = Presence::Asleep(steps - 1);
            }
        }
    }

    pub async fn leave(&mut self) -> Result<()> {
        self.ask(&format!("seats/{}/departure", self.seat), &json!({})).await?;
        self.presence = Presence::Gone;
        Ok(())
    }

    pub async fn come_back(&mut self) -> Result<()> {
        self.ask(&format!("seats/{}/return", self.seat), &json!({})).await?;
        self.presence = Presence::Awake;
        Ok(())
    }

    async fn ask(&mut self, path: &str, body: &Value) -> Result<()> {
        let op = self.chance.op();
        let answer = self.line.post(path, body, &op, &mut self.chance).await?;
        match answer {
            Answer::Granted(_) => self.note_granted(path, body),
            Answer::Changed { .. } => {
                self.line.recorder.odd(format!("{path} was answered as a changed text"));
            }
            Answer::Refused { code } => {
                let may_be_late = matches!(path, "deliveries" | "stands");
                if !may_be_late {
                    let seat = self.seat;
                    let odd = format!("seat {seat}: {path} {body} was refused: {code}");
                    self.line.recorder.odd(odd);
                }
            }
        }
        Ok(())
    }

    fn note_granted(&self, path: &str, body: &Value) {
        let mut history = self.line.recorder.history();
        let number = |value: &Value| value.as_u64().and_then(|it| u32::try_from(it).ok());
        if path == "commitments" {
            let what = body["what"].as_str().unwrap_or_default().to_owned();
            let owner = number(&body["owner"]).unwrap_or(0);
            history.promises.push(Promise { what, owner, by: self.seat });
        } else if let Some(number) = path
            .strip_prefix("commitments/")
            .and_then(|rest| rest.strip_suffix("/answer"))
            .and_then(|number| number.parse().ok())
        {
            history.answers.insert(number, body["accepted"] == json!(true));
        }
    }

    /// Writes a text. Where somebody else was first, theirs stays and the own words join it.
    async fn write(&mut self, mut draft: Draft) -> Result<()> {
        for _ in 0..6 {
            let op = self.chance.op();
            let sent_at = self.line.recorder.tick();
            let body = json!({
                "item": draft.field.place.item,
                "step": draft.field.place.step,
                "kind": draft.field.kind.key(),
                "slot": draft.field.slot,
                "text": draft.text,
                "parents": draft.parents,
                "base": draft.base,
            });
            let answer = self.line.post("texts", &body, &op, &mut self.chance).await?;
            let (outcome, next) = match answer {
                Answer::Granted(value) => {
                    let seq = value["seq"].as_i64().unwrap_or(-1);
                    (Outcome::Acked { seq }, None)
                }
                Answer::Refused { code } => (Outcome::Refused { code }, None),
                Answer::Changed { theirs, version } => {
                    let mut merged = draft.clone();
                    merged.text = join(&theirs, &draft.text);
                    merged.base = version;
                    (Outcome::Changed { theirs }, Some(merged))
                }
            };
            self.record(op, &draft, sent_at, outcome);
            match next {
                Some(merged) => draft = merged,
                None => return Ok(()),
            }
        }
        let seat = self.seat;
        self.line.recorder.odd(format!("seat {seat} was told `changed` six times for one text"));
        Ok(())
    }

    fn record(&self, op: String, draft: &Draft, sent_at: u64, outcome: Outcome) {
        let answered_at = self.line.recorder.tick();
        self.line.recorder.history().writes.push(Write {
            op,
            by: self.seat,
            field: draft.field,
            text: draft.text.clone(),
            parents: draft.parents.clone(),
            base: draft.base,
            is_private: draft.is_private,
            is_late: draft.is_late,
            sent_at,
            answered_at,
            outcome,
        });
    }

    /// Reads all that the screen shows of what was written, while nothing is being written.
    pub async fn take_stock(&self) -> Result<()> {
        if self.presence != Presence::Awake || !self.has_texts {
            return Ok(());
        }
        let at = self.line.recorder.tick();
        let screen: PhoneScreen = self.look().await?.read()?;
        let table = screen.table.as_ref().map(|table| table.number);
        let mut history = self.line.recorder.history();
        for field in screen.forms.iter().flat_map(Form::fields) {
            history.reads.push(Read {
                viewer: self.seat,
                at,
                field: self.key(field, table),
                id: field.id,
                text: field.text.clone(),
                version: field.version,
                parents: field.parents.clone(),
            });
        }
        for source in screen.sources.iter().filter(|it| it.source == Source::OwnNotes) {
            let texts = source.cards.iter().map(|counted| counted.card.text.clone()).collect();
            history.own_cards.push(OwnCards { seat: self.seat, at, texts });
        }
        let place = screen.now.as_ref().map(|now| now.place);
        for form in &screen.forms {
            if let (Form::Points { fields, delivered: true, .. }, Some(place), Some(table)) =
                (form, place, table)
            {
                let points = fields.iter().filter_map(|it| Some((it.id?, it.text.clone())));
                history.deliveries.push(Delivery { place, table, points: points.collect() });
            }
        }
        Ok(())
    }

    fn key(&self, field: &Field, table: Option<u32>) -> FieldKey {
        let owner = match table {
            Some(table) if field.kind.is_of_the_table() => Owner::Table(table),
            Some(_) | None => Owner::Seat(self.seat),
        };
        FieldKey { owner, place: field.place, kind: field.kind, slot: field.slot }
    }

    fn note(&mut self, field: &Field) -> Draft {
        let text = self.words(field.kind);
        Draft {
            field: self.key(field, None),
            text,
            parents: vec![],
            base: field.version,
            is_private: true,
            is_late: false,
        }
    }

    /// Returns new words with a mark of their own, in letters that are easily hurt on the way.
    fn words(&mut self, kind: Kind) -> String {
        const STARTS: [&str; 6] = [
            "Vi lytter før vi svarer",
            "Elevane får tid til å tenkje",
            "Mii oahppat ovttas – ŋ đ ŧ",
            "Færre mål, tydelegare oppfølging",
            "Tryggleik i klasserommet 👩🏽‍🏫",
            "Eit \"sitat\" & <b>ein tagg</b>",
        ];
        let start = STARTS[self.chance.below(STARTS.len())];
        format!("{start} ({}) {}", kind.key(), self.chance.mark())
    }
}

fn join(theirs: &str, mine: &str) -> String {
    let short = |text: &str| text.chars().take(140).collect::<String>();
    if theirs.chars().count() + mine.chars().count() < 280 {
        return format!("{theirs} / {mine}");
    }
    format!("{} / {}", short(theirs), short(mine))
}

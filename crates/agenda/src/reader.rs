//! From lines to a reading. Each line is taken by the first that knows it; the rest are notes.

use super::lines::{self, Line, Marker};
use super::{Read, dates, items, places};
use kernel::local::{Day, When};

pub(super) fn read(text: &str, today: Option<Day>) -> Read {
    let mut reader = Reader { today, ..Reader::default() };
    for line in lines::of(text) {
        reader.take(&line);
    }
    reader.finished()
}

#[derive(Default)]
struct Reader {
    read: Read,
    today: Option<Day>,
    section: Section,
    columns: Vec<Column>,
    clocks: Vec<(Option<u32>, Option<u32>)>,
    item_indent: usize,
    /// The last line was an item or a part of one.
    in_item: bool,
    marked_items: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Section {
    #[default]
    Head,
    Items,
    Attachments,
    Tail,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Time,
    Minutes,
    What,
    Who,
    Goal,
    Other,
}

impl Reader {
    fn take(&mut self, line: &Line) {
        let taken = self.take_row(line)
            || self.take_label(line)
            || self.take_attachment(line)
            || self.take_part(line)
            || self.take_item(line)
            || self.take_head(line);
        if !taken {
            self.in_item = false;
            if self.section == Section::Items && line.after_blank && !self.read.items.is_empty() {
                self.section = Section::Tail;
            }
            self.read.notes.push(line.text.clone());
            self.keep_ornaments(line);
        }
    }

    /// A marker that is neither a bullet nor a number is part of the text someone wrote.
    fn keep_ornaments(&mut self, line: &Line) {
        if line.raw != line.text {
            self.read.sources.push(line.raw.clone());
        }
    }

    fn source(&mut self, line: &Line) {
        self.read.sources.push(line.raw.clone());
        self.in_item = false;
    }

    /// A row of a table: a heading names the columns, the others are items.
    fn take_row(&mut self, line: &Line) -> bool {
        if line.cells.len() < 2 {
            return false;
        }
        let named: Vec<Column> = line.cells.iter().map(|it| column(it)).collect();
        if named.iter().filter(|it| **it != Column::Other).count() >= 2 {
            self.columns = named;
            self.source(line);
            return true;
        }
        let ruled = line.cells.iter().all(|it| it.chars().all(|it| "-: ".contains(it)));
        if ruled {
            self.source(line);
            return true;
        }
        let columns = match self.columns.as_slice() {
            [] => guessed_columns(&line.cells),
            known => known.to_vec(),
        };
        if !columns.contains(&Column::What) {
            return false;
        }
        self.add_row(line, &columns);
        true
    }

    fn add_row(&mut self, line: &Line, columns: &[Column]) {
        let cell = |wanted: Column| {
            let pairs = columns.iter().zip(&line.cells);
            pairs
                .filter(|(it, cell)| **it == wanted && !cell.is_empty())
                .map(|(_, cell)| cell.as_str())
                .next()
        };
        let mut item = items::item(cell(Column::What).unwrap_or_default(), &line.raw);
        let clock = cell(Column::Time).and_then(dates::leading_clock);
        if item.text.is_empty() && clock.is_none() {
            self.read.notes.push(line.raw.clone());
            return;
        }
        if let Some(who) = cell(Column::Who) {
            item.presenter = Some(who.to_owned());
        }
        if let Some(goal) = cell(Column::Goal) {
            item.text = format!("{}\nMål: {goal}", item.text);
        }
        let timed = cell(Column::Time).filter(|_| clock.is_none());
        if let Some(minutes) = cell(Column::Minutes).or(timed) {
            let digits: String = minutes.chars().take_while(char::is_ascii_digit).collect();
            item.minutes = digits.parse().ok();
        }
        let extra = columns.iter().zip(&line.cells).skip(columns.len());
        for (_, cell) in extra {
            item.text = format!("{}\n{cell}", item.text);
        }
        self.push(item, clock.map(|(start, end, _)| (start, end)), line);
    }

    fn push(&mut self, item: super::ReadItem, clock: Option<(u32, Option<u32>)>, line: &Line) {
        self.clocks.push((clock.map(|it| it.0), clock.and_then(|it| it.1)));
        self.read.items.push(item);
        self.section = Section::Items;
        self.item_indent = line.indent;
        self.in_item = true;
    }

    /// «Tid: …», «Sted: …», «Saksliste:», «Vedlegg: …»
    fn take_label(&mut self, line: &Line) -> bool {
        if let Some(section) = heading(&line.text) {
            self.section = section;
            self.marked_items = false;
            self.source(line);
            return true;
        }
        let Some((label, rest)) = line.text.split_once(':') else { return false };
        let rest = rest.trim();
        match label.trim().to_lowercase().as_str() {
            "tid" | "når" | "dato" | "dag" | "tidspunkt" | "klokka" | "klokkeslett" | "kl"
            | "tid og sted" | "tid og stad" | "møtetid" => {
                self.take_when(rest, true);
            }
            "sted" | "stad" | "hvor" | "kvar" | "rom" | "lokale" | "møtested" | "møtestad"
            | "møterom" => {
                self.read.place.get_or_insert_with(|| rest.to_owned());
            }
            "emne" | "tittel" | "møte" | "sak/emne" if !rest.is_empty() => {
                self.take_when(rest, false);
                self.read.title.get_or_insert_with(|| rest.to_owned());
            }
            "vedlegg" => {
                self.section = Section::Attachments;
                self.read.attachments.extend((!rest.is_empty()).then(|| rest.to_owned()));
            }
            "saker" | "saksliste" | "sakliste" | "agenda" | "program" | "dagsorden" | "tema"
            | "innhold" | "innhald" | "vi skal snakke om" | "på dagsorden" | "saker til møtet"
            | "på programmet" | "plan" | "punkter" | "punkt"
                if self.read.items.is_empty()
                    && line.marker == Marker::None
                    && !rest.is_empty() =>
            {
                for part in listed(rest) {
                    self.push(items::item(&part, &part), None, line);
                }
            }
            _ => return false,
        }
        self.source(line);
        true
    }

    fn take_when(&mut self, text: &str, labelled: bool) -> bool {
        // «12.00–14.00» after «Tid:» needs no «kl».
        let bare = labelled.then(|| dates::leading_clock(text)).flatten();
        let mut found = dates::find(text, self.today);
        if let (Some((start, end, _)), None) = (bare, found.day) {
            (found.start, found.end) = (Some(start), end);
        }
        let start = self.read.start.get_or_insert_default();
        start.day = start.day.or(found.day);
        let fresh = start.minute.is_none() && found.start.is_some();
        start.minute = start.minute.or(found.start);
        if fresh && found.end.is_some() {
            self.read.end = Some(When { day: None, minute: found.end });
        }
        if let (Some(span), None) = (&found.span, &self.read.place) {
            self.read.place = places::where_we_meet(text, Some(span.start))
                .or_else(|| places::after_time(&text[span.end..]));
        }
        found.day.is_some() || found.start.is_some()
    }

    /// A file under «Vedlegg», or a line that names one.
    fn take_attachment(&mut self, line: &Line) -> bool {
        if self.section == Section::Attachments {
            if line.after_blank && line.marker == Marker::None {
                self.section = Section::Tail;
                return false;
            }
            self.read.attachments.push(line.text.clone());
            self.keep_ornaments(line);
            return true;
        }
        let lower = line.text.to_lowercase();
        if !lower.contains("vedlagt") && !lower.contains("vedlegg") {
            return false;
        }
        let files =
            line.text.split_whitespace().map(|it| it.trim_matches(['(', ')', ',', '.', '«', '»']));
        self.read.attachments.extend(files.filter(|it| is_file(it)).map(str::to_owned));
        false
    }

    /// A point below an item, or the rest of a line that was folded.
    fn take_part(&mut self, line: &Line) -> bool {
        if !self.in_item || line.marker == Marker::Heading {
            return false;
        }
        let deeper = self.item_indent < line.indent && !line.after_blank;
        let folded = line.text.starts_with(char::is_lowercase) && !line.after_blank;
        let clocked = dates::leading_clock(&line.text).is_some();
        let Some(item) = self.read.items.last_mut() else { return false };
        match line.marker {
            Marker::Letter => item.text = format!("{}\n{}", item.text, line.raw),
            Marker::Bullet | Marker::Number if deeper => {
                item.text = format!("{}\n{}", item.text, line.raw);
            }
            Marker::None if (deeper || folded) && !clocked => {
                let whole = items::item(&format!("{} {}", item.text, line.text), &item.source);
                item.text = whole.text;
                item.minutes = item.minutes.or(whole.minutes);
                item.presenter = item.presenter.take().or(whole.presenter);
                item.kind = whole.kind;
            }
            Marker::None | Marker::Bullet | Marker::Number | Marker::Heading => return false,
        }
        item.source = format!("{}\n{}", item.source, line.raw);
        true
    }

    fn take_item(&mut self, line: &Line) -> bool {
        let clock = dates::leading_clock(&line.text)
            .filter(|(_, _, rest)| rest.chars().any(char::is_alphabetic));
        let told = clock.is_some_and(|(_, _, rest)| !self.is_when_line(rest));
        let marked = matches!(line.marker, Marker::Number | Marker::Bullet);
        let plain = self.section == Section::Items
            && line.marker == Marker::None
            && !self.marked_items
            && (!line.after_blank || self.read.items.is_empty())
            && line.text.chars().count() < 120;
        let timed =
            self.section == Section::Head && line.marker == Marker::None && is_timed(&line.text);
        if !marked && !told && !plain && !timed {
            return false;
        }
        self.marked_items |= marked || told;
        let (clock, text) = match clock {
            Some((start, end, rest)) if told => (Some((start, end)), rest),
            Some(_) | None => (None, line.text.as_str()),
        };
        let item = items::item(text, &line.raw);
        if item.text.is_empty() {
            return false;
        }
        self.push(item, clock, line);
        true
    }

    /// «Kl. 14.00–15.30, rom 204» tells of the meeting, not of an item.
    fn is_when_line(&self, rest: &str) -> bool {
        let head = self.section == Section::Head && self.read.items.is_empty();
        let unknown = self.read.start.is_none_or(|it| it.minute.is_none());
        let short = rest.split_whitespace().count() <= 3;
        head && unknown && short && (rest.starts_with("på ") || places::names_a_room(rest))
    }

    /// Before the items: the title, the time, the place.
    fn take_head(&mut self, line: &Line) -> bool {
        if self.section != Section::Head {
            return false;
        }
        let untitled = self.read.title.is_none();
        if untitled
            && (line.marker == Marker::Heading || places::names_a_meeting(&line.text))
            && !is_mail_head(&line.text)
        {
            return self.take_title(line);
        }
        let found = dates::find(&line.text, self.today);
        let tells = (found.day.is_some() || found.start.is_some()) && self.knows_less(&found);
        if tells {
            self.take_when(&line.text, false);
            self.source(line);
            return true;
        }
        if self.read.place.is_none() {
            let alone = line.text.split_whitespace().count() <= 4
                && places::names_a_room(&line.text)
                && !line.text.ends_with(['?', '!']);
            let place = if alone {
                Some(line.text.clone())
            } else {
                places::where_we_meet(&line.text, None)
            };
            if let Some(place) = place {
                self.read.place = Some(place);
                self.source(line);
                return true;
            }
        }
        false
    }

    fn knows_less(&self, found: &dates::Found) -> bool {
        let start = self.read.start.unwrap_or_default();
        start.day.is_none() && found.day.is_some()
            || start.minute.is_none() && found.start.is_some()
    }

    /// The sentence that names the meeting; what follows it in the line is read on its own.
    fn take_title(&mut self, line: &Line) -> bool {
        let (title, rest) = title_of(&line.text);
        self.read.title = Some(title.to_owned());
        self.take_when(title, false);
        self.source(line);
        for part in sentences(rest) {
            let (label, after) = part.split_once(':').unwrap_or((part, ""));
            if heading(label).is_some() && after.trim().is_empty() {
                self.section = Section::Items;
            } else {
                self.read.notes.push(part.to_owned());
            }
        }
        true
    }

    fn finished(mut self) -> Read {
        let first = self.clocks.iter().find_map(|it| it.0);
        let last = self.clocks.last().and_then(|it| it.1);
        let start = self.read.start.get_or_insert_default();
        start.minute = start.minute.or(first);
        let day = start.day;
        if *start == When::default() {
            self.read.start = None;
        }
        let end = self.read.end.and_then(|it| it.minute).or(last);
        self.read.end = end.map(|minute| When { day, minute: Some(minute) });
        for at in 0..self.read.items.len() {
            let (Some(from), until) = self.clocks[at] else { continue };
            let next = self.clocks.get(at + 1).and_then(|it| it.0);
            let close = if at + 1 == self.clocks.len() { end } else { None };
            let until = until.or(next).or(close).filter(|it| from < *it);
            let item = &mut self.read.items[at];
            item.minutes = item.minutes.or(until.map(|it| it - from));
        }
        self.read
    }
}

fn column(cell: &str) -> Column {
    match cell.trim_matches([':', '*', ' ']).to_lowercase().as_str() {
        "tid" | "klokka" | "kl" | "kl." | "når" | "klokkeslett" | "tidspunkt" => Column::Time,
        "min" | "minutter" | "minutt" | "varighet" | "varigheit" | "tid (min)" | "min." => {
            Column::Minutes
        }
        "hva" | "kva" | "sak" | "tema" | "innhold" | "innhald" | "post" | "aktivitet" | "saker"
        | "program" => Column::What,
        "ansvar" | "ansvarlig" | "ansvarleg" | "hvem" | "kven" | "v/" | "leder" | "leiar" => {
            Column::Who
        }
        "mål" | "hensikt" | "føremål" | "formål" | "hvorfor" | "kvifor" => Column::Goal,
        _ => Column::Other,
    }
}

/// A table without a heading: a clock time first, then what.
fn guessed_columns(cells: &[String]) -> Vec<Column> {
    if dates::leading_clock(&cells[0]).is_none() {
        return vec![];
    }
    let known = [Column::Time, Column::What, Column::Who];
    (0..cells.len()).map(|at| known.get(at).copied().unwrap_or(Column::Other)).collect()
}

fn heading(text: &str) -> Option<Section> {
    let bare = text.trim_end_matches([':', '.', ' ']).to_lowercase();
    match bare.as_str() {
        "saksliste"
        | "sakliste"
        | "saker"
        | "agenda"
        | "program"
        | "programmet"
        | "programmet er slik"
        | "dagsorden"
        | "møteplan"
        | "innhold"
        | "innhald"
        | "møteprogram"
        | "dagsordenen"
        | "saker til møtet"
        | "program for dagen"
        | "dette skal vi snakke om"
        | "tidsplan"
        | "kjøreplan"
        | "køyreplan"
        | "dagens program"
        | "punkter"
        | "sakskart"
        | "vi skal"
        | "program for møtet" => Some(Section::Items),
        "vedlegg" => Some(Section::Attachments),
        _ => None,
    }
}

fn is_mail_head(text: &str) -> bool {
    ["fra:", "frå:", "til:", "kopi:", "sendt:"].iter().any(|it| text.to_lowercase().starts_with(it))
}

fn is_file(word: &str) -> bool {
    let known = ["pdf", "docx", "doc", "odt", "xlsx", "pptx", "xls", "ppt", "png", "jpg"];
    word.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty() && known.contains(&ending.to_lowercase().as_str())
    })
}

/// «Språkmiljøet (35 min)»: an item whose bullet was lost on the way.
fn is_timed(text: &str) -> bool {
    let timed = text.contains('(') && text.chars().count() < 160;
    timed && items::item(text, text).minutes.is_some() && !text.contains(". ")
}

/// «a, b og c» as three.
fn listed(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = text.split(',').map(|it| it.trim().to_owned()).collect();
    if let Some(last) = parts.pop() {
        match last.split_once(" og ") {
            Some((one, other)) if !parts.is_empty() => {
                parts.extend([one.trim().to_owned(), other.trim().to_owned()]);
            }
            Some(_) | None => parts.push(last),
        }
    }
    parts.retain(|it| !it.is_empty());
    parts
}

/// Up to the end of the sentence that names the meeting.
fn title_of(text: &str) -> (&str, &str) {
    let mut from = 0;
    for part in sentences(text) {
        let Some(at) = text[from..].find(part) else { continue };
        from += at + part.len();
        if places::names_a_meeting(part) {
            return text.split_at(from);
        }
    }
    (text, "")
}

/// Sentences end at a stop, a space and a capital; «kl. 12» and «26. april» go on.
fn sentences(text: &str) -> Vec<&str> {
    let mut parts = vec![];
    let mut from = 0;
    for (at, _) in text.match_indices(['.', '!', '?']) {
        let after = &text[at + 1..];
        let capital = after.trim_start().chars().next().is_some_and(char::is_uppercase);
        if after.starts_with(' ') && capital {
            parts.push(text[from..=at].trim());
            from = at + 1;
        }
    }
    parts.push(text[from..].trim());
    parts.retain(|it| !it.is_empty());
    parts
}

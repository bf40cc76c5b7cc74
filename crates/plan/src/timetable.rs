//! When each row begins and ends, and how the program fits the time that people were told.

use crate::document::{Item, ItemKind, Plan};
use kernel::local::When;

/// The program on the clock. Minutes are counted from midnight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timetable {
    pub rows: Vec<Row>,
    /// When the meeting begins, where that is known.
    pub start: Option<u32>,
    /// When people are told that it ends.
    pub end: Option<u32>,
    /// The sum of the rows.
    pub minutes: u32,
    /// How far the last row goes past the end; «12 minutter for langt».
    pub over: u32,
    /// Minutes from start to end that no row has. None when there is no end to count to.
    pub free: Option<u32>,
    /// Rows without minutes.
    pub untimed: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub id: String,
    /// Counted from the meeting's start when the clock time of that is not known.
    pub start: u32,
    pub end: u32,
    /// Minutes with nothing in them before this row, because its start is locked.
    pub gap: u32,
    /// Minutes in which the row before it is still going when this one's locked start comes.
    pub overlap: u32,
    /// Its start is locked.
    pub locked: bool,
    /// The minute after midnight when it begins. Nothing when it is not known when the meeting
    /// does, or how long a row before it is.
    pub clock: Option<u32>,
}

/// Returns the program on the clock.
#[must_use]
pub fn timetable(plan: &Plan) -> Timetable {
    let start = plan.starts_at.parse::<When>().ok();
    let end = plan.ends_at.parse::<When>().ok();
    let length = start.zip(end).and_then(|(start, end)| start.minutes_until(end));
    let length = length.and_then(|it| u32::try_from(it).ok());
    let start = start.and_then(|it| it.minute);
    let from = start.unwrap_or(0);
    let mut at = from;
    let mut table = Timetable { start, ..Timetable::default() };
    let mut clock_is_known = start.is_some();
    for item in &plan.items {
        let mut row = row(item, at, start.is_some());
        at = row.end;
        table.minutes += row.end - row.start;
        let is_untimed = item.minutes_in_meeting() == 0 && item.kind != ItemKind::Notice;
        table.untimed += usize::from(is_untimed);
        clock_is_known |= row.locked;
        row.clock = clock_is_known.then_some(row.start);
        clock_is_known &= !is_untimed;
        table.rows.push(row);
    }
    let last = table.rows.iter().map(|row| row.end).max().unwrap_or(from);
    table.end = length.map(|length| from + length);
    table.over = table.end.map_or(0, |end| last.saturating_sub(end));
    table.free = length.map(|length| length.saturating_sub(table.minutes));
    table
}

fn row(item: &Item, at: u32, clock_is_known: bool) -> Row {
    let locked = locked_start(item).filter(|_| clock_is_known);
    let start = locked.unwrap_or(at);
    Row {
        id: item.id.clone(),
        start,
        end: start + item.minutes_in_meeting(),
        gap: start.saturating_sub(at),
        overlap: at.saturating_sub(start),
        locked: locked.is_some(),
        clock: None,
    }
}

/// The minute after midnight that a row's start is locked to.
#[must_use]
pub fn locked_start(item: &Item) -> Option<u32> {
    if item.starts_at.is_empty() {
        return None;
    }
    item.starts_at.parse::<When>().ok()?.minute
}

/// Writes a minute after midnight as a plan stores it: `14:30`.
#[must_use]
pub fn clock(minute: u32) -> String {
    format!("{:02}:{:02}", minute / 60 % 24, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(minutes: &[u32]) -> Plan {
        let item = |minutes: &u32| Item { minutes: *minutes, ..Item::default() };
        Plan {
            starts_at: "2026-04-26T14:00".to_owned(),
            ends_at: "2026-04-26T15:00".to_owned(),
            items: minutes.iter().map(item).collect(),
            ..Plan::default()
        }
    }

    fn starts(table: &Timetable) -> Vec<String> {
        table.rows.iter().map(|row| clock(row.start)).collect()
    }

    #[test]
    fn a_row_begins_where_the_one_before_it_ends() {
        let table = timetable(&plan(&[10, 30, 5]));
        assert_eq!(starts(&table), ["14:00", "14:10", "14:40"]);
        assert_eq!((table.minutes, table.over, table.free), (45, 0, Some(15)));
    }

    #[test]
    fn a_program_that_is_too_long_says_by_how_much() {
        let table = timetable(&plan(&[40, 32]));
        assert_eq!((table.over, table.free), (12, Some(0)));
    }

    #[test]
    fn a_locked_start_leaves_a_gap_or_says_what_it_overlaps() {
        let mut plan = plan(&[10, 10, 10]);
        plan.items[1].starts_at = "14:20".to_owned();
        plan.items[2].starts_at = "14:25".to_owned();
        let table = timetable(&plan);
        assert_eq!(starts(&table), ["14:00", "14:20", "14:25"]);
        assert_eq!((table.rows[1].gap, table.rows[1].overlap), (10, 0));
        assert_eq!((table.rows[2].gap, table.rows[2].overlap), (0, 5));
        assert!(table.rows[2].locked);
    }

    #[test]
    fn without_a_start_the_rows_are_counted_from_nought() {
        let mut plan = plan(&[10, 20]);
        plan.starts_at.clear();
        plan.items[1].starts_at = "14:20".to_owned();
        let table = timetable(&plan);
        assert_eq!(table.start, None);
        assert_eq!(table.rows.iter().map(|row| row.start).collect::<Vec<_>>(), [0, 10]);
        assert_eq!((table.end, table.over, table.free), (None, 0, None));
    }

    #[test]
    fn a_row_without_minutes_hides_the_clock_until_the_next_locked_start() {
        let mut plan = plan(&[10, 0, 10, 10]);
        plan.items[3].starts_at = "14:40".to_owned();
        let clocks = |plan: &Plan| -> Vec<Option<String>> {
            timetable(plan).rows.iter().map(|row| row.clock.map(clock)).collect()
        };
        let at = |time: &str| Some(time.to_owned());
        assert_eq!(clocks(&plan), [at("14:00"), at("14:10"), None, at("14:40")]);
        plan.starts_at.clear();
        assert_eq!(clocks(&plan), [None, None, None, None]);
    }

    #[test]
    fn something_to_read_takes_no_time() {
        let mut plan = plan(&[10, 20]);
        plan.items[0].kind = ItemKind::Notice;
        let table = timetable(&plan);
        assert_eq!((table.minutes, table.untimed), (20, 0));
        assert_eq!(timetable(&self::plan(&[0, 20])).untimed, 1);
    }
}

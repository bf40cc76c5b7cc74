//! Numbers that cross widths, in one place so that every crossing is total.

/// A person or group number as stored in the dense tables. `PEOPLE_MAX` keeps it exact.
pub fn id(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// A head count at one table. `SEATS_MAX` keeps it exact.
pub fn heads(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// A count as cost.
pub fn cost(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A weight small enough for the dense tables.
pub fn weight(tenths: i64) -> u16 {
    u16::try_from(tenths).unwrap_or(u16::MAX)
}

/// A change of cost at one table. `WEIGHT_MAX` times `SEATS_MAX` does not reach it in one step.
pub fn step(change: i32) -> i16 {
    i16::try_from(change).unwrap_or(i16::MAX)
}

/// A change of cost as the search compares it.
pub fn delta(change: i64) -> i32 {
    i32::try_from(change).unwrap_or(i32::MAX)
}

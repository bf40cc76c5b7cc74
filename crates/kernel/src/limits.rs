//! Everything has a limit, and every limit has a name.
//!
//! Texts are counted in graphemes: what a person would call one sign.

use crate::time::Seconds;

/// Bytes of a text for each grapheme that it may have: a sign may be heaped with marks without end,
/// and a screen that shows it stands still.
pub const BYTES_A_GRAPHEME: usize = 4;
/// A name or nick. Longer ones are cut at a whole grapheme, with nothing lost that matters.
pub const NAME_GRAPHEMES_MAX: usize = 60;
/// One contribution. A longer text is refused and stays in its field.
pub const TEXT_GRAPHEMES_MAX: usize = 20_000;
/// A point, a question, a commitment: one line.
pub const LINE_GRAPHEMES_MAX: usize = 300;
/// The largest request body that is read before it is refused, in bytes.
pub const BODY_BYTES_MAX: usize = 256 * 1024;
/// People in one meeting.
pub const SEATS_MAX: usize = 2_000;
/// Seats that one device may write for.
pub const SEATS_PER_DEVICE_MAX: usize = 8;
/// Things that one seat may have written in one meeting.
pub const CONTRIBUTIONS_PER_SEAT_MAX: usize = 200;
/// Items in a program.
pub const ITEMS_MAX: usize = 40;
/// Minutes in one item of a program.
pub const ITEM_MINUTES_MAX: u32 = 600;
/// Commitments in one meeting.
pub const COMMITMENTS_MAX: usize = 200;
/// Parked items in one meeting.
pub const PARKED_MAX: usize = 200;
/// How many must have answered before a number about people is shown.
pub const COUNTED_MIN: usize = 5;
/// How many must have answered before a number is shown that says the same of all of them.
pub const UNANIMOUS_MIN: usize = 10;
/// How long an end that was pressed by mistake can be undone.
pub const END_UNDONE_WITHIN: Seconds = Seconds(24 * 60 * 60);
/// How long somebody may speak to a room before it is time to let the room work: what the advice
/// on a plan also says.
pub const ONE_WAY_MINUTES: u32 = 15;
/// An own note with fewer words is asked for an example.
pub const CONCRETE_WORDS_MIN: usize = 4;
/// How long after the end of a meeting a text is still taken: what somebody was writing when the
/// leader ended it, on a phone whose line was gone just then.
pub const LATE_TEXT: Seconds = Seconds(10 * 60);
/// Claims («that seat is mine») that wait for the leader at one time.
pub const CLAIMS_OPEN_MAX: usize = 100;

//! The rows of a list that somebody has typed, or pasted from a spreadsheet.
//!
//! Every reader of such rows asks here, so that one list means the same wherever it is pasted.

/// What parts the cells of a list of people: Excel pastes tabs, Norwegian files have semicolons,
/// others commas. The first of them that a row has is its sign, so a comma may stand in a cell.
pub const LIST: &[char] = &['\t', ';', ','];

/// What parts the cells of a row in running text, where commas and semicolons are the text's own.
pub const PASTED: &[char] = &['\t'];

/// Returns the cells of a row, as they stand; one where none of the signs is in it.
#[must_use]
pub fn of<'row>(row: &'row str, signs: &[char]) -> Vec<&'row str> {
    match signs.iter().find(|sign| row.contains(**sign)) {
        Some(sign) => row.split(*sign).collect(),
        None => vec![row],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sign_that_a_row_has_parts_it() {
        assert_eq!(of("Nes, Kari\tTrinn 1;2", LIST), ["Nes, Kari", "Trinn 1;2"]);
        assert_eq!(of("Nes, Kari; Trinn 1", LIST), ["Nes, Kari", " Trinn 1"]);
        assert_eq!(of("Kari, Trinn 1,", LIST), ["Kari", " Trinn 1", ""]);
        assert_eq!(of("Lesing, skriving; mål", PASTED), ["Lesing, skriving; mål"]);
    }
}

//! Base rounds for the cells of the social golfer table that no formula reaches.
//!
//! Found by the search in `starter` (`examples/find_designs.rs`) and, for 8-4-10, 9-4-11 and
//! 10-4-13, with further symmetries (`examples/find_symmetric.rs`); counted again in the tests. Each line: groups, size, order of the group that turns it; base rounds are separated
//! by `/`, their groups by `|`, and blocks for extra rounds come after `+`.

use super::starter::{Shape, Starter};
use crate::problem::Plan;

/// The catalogue, one design a line.
const LINES: &str = include_str!("catalogue.txt");

/// The longest plan in the catalogue for `groups` groups of `size`.
#[must_use]
pub fn rounds(groups: usize, size: usize) -> Option<Plan> {
    let fitting = LINES
        .lines()
        .filter_map(read)
        .filter(|(shape, _)| (shape.groups, shape.size) == (groups, size));
    fitting.map(|(_, starter)| starter.develop()).max_by_key(Vec::len)
}

/// The groups and sizes that the catalogue holds.
#[must_use]
pub fn cells() -> Vec<(usize, usize)> {
    LINES.lines().filter_map(read).map(|(shape, _)| (shape.groups, shape.size)).collect()
}

/// One line as a starter.
fn read(line: &str) -> Option<(Shape, Starter)> {
    let (head, body) = line.split_once(':')?;
    let numbers = numbers(head);
    let [groups, size, order] = numbers.as_slice() else { return None };
    let (bases, extras) = body.split_once('+').unwrap_or((body, ""));
    let blocks = |text: &str| {
        text.split('|').map(self::numbers).filter(|block| !block.is_empty()).collect::<Vec<_>>()
    };
    let bases: Plan = bases.split('/').map(blocks).filter(|base| !base.is_empty()).collect();
    let extras = blocks(extras);
    let shape = Shape {
        groups: *groups,
        size: *size,
        order: *order,
        bases: bases.len(),
        extras: extras.len(),
    };
    Some((shape, Starter { shape, bases, extras }))
}

fn numbers(text: &str) -> Vec<usize> {
    text.split_whitespace().filter_map(|number| number.parse().ok()).collect()
}

/// One starter as a line.
#[must_use]
pub fn write(starter: &Starter) -> String {
    let block =
        |block: &Vec<usize>| block.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
    let blocks =
        |blocks: &Vec<Vec<usize>>| blocks.iter().map(block).collect::<Vec<_>>().join(" | ");
    let bases: Vec<String> = starter.bases.iter().map(blocks).collect();
    let Shape { groups, size, order, .. } = starter.shape;
    let extras = if starter.extras.is_empty() {
        String::new()
    } else {
        format!(" + {}", blocks(&starter.extras))
    };
    format!("{groups} {size} {order}: {}{extras}", bases.join(" / "))
}

//! The merge of two changed copies of a sequence, whatever it is a sequence of.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A stretch of the base that both sides changed, and what each made of it.
pub(super) struct Both<'a, T> {
    pub base: &'a [T],
    pub mine: &'a [T],
    pub theirs: &'a [T],
}

/// Returns the base with the changes of both.
///
/// `settle` may make one of a stretch that both changed; where it does not, both insertions stay,
/// theirs first, and what either took out is gone. What one side took out as a whole and the other
/// wrote in stays as the other wrote it.
pub(super) fn merge<T: Clone + PartialEq>(
    base: &[T],
    mine: &[T],
    theirs: &[T],
    settle: impl Fn(&Both<'_, T>) -> Option<Vec<T>>,
) -> Vec<T> {
    let numbers = numbered(&[base, mine, theirs]);
    let mine = Side::of(&numbers[0], &numbers[1], mine);
    let theirs = Side::of(&numbers[0], &numbers[2], theirs);
    let (mut merged, mut at) = (vec![], 0);
    let (mut from_mine, mut from_theirs) = (mine.changes.as_slice(), theirs.changes.as_slice());
    while let Some(region) = next_region(&mut from_mine, &mut from_theirs) {
        merged.extend_from_slice(&base[at..region.old.start]);
        at = region.old.end;
        let made_by_mine = mine.made_of(base, &region.old, region.mine);
        let made_by_theirs = theirs.made_of(base, &region.old, region.theirs);
        merged.extend(match (region.mine, region.theirs) {
            (_, []) => made_by_mine,
            ([], _) => made_by_theirs,
            _ if made_by_mine == made_by_theirs || made_by_mine.is_empty() => made_by_theirs,
            _ if made_by_theirs.is_empty() => made_by_mine,
            _ => {
                let both = Both {
                    base: &base[region.old.clone()],
                    mine: &made_by_mine,
                    theirs: &made_by_theirs,
                };
                settle(&both).unwrap_or_else(|| united(base, &region, &mine, &theirs))
            }
        });
    }
    merged.extend_from_slice(&base[at..]);
    merged
}

/// Tells which positions of `new` have no counterpart in `old`, in the order of `new`.
pub(super) fn not_in_order<T: Clone + PartialEq>(old: &[T], new: &[T]) -> Vec<usize> {
    let numbers = numbered(&[old, new]);
    changes(&numbers[0], &numbers[1]).into_iter().flat_map(|change| change.new).collect()
}

/// One change: what of the base went, and what came in its place.
struct Change {
    old: Range<usize>,
    new: Range<usize>,
}

struct Side<'a, T> {
    is: &'a [T],
    changes: Vec<Change>,
}

impl<'a, T: Clone + PartialEq> Side<'a, T> {
    fn of(base: &[usize], numbers: &[usize], is: &'a [T]) -> Self {
        Self { is, changes: changes(base, numbers) }
    }

    fn inserted(&self, changes: &[Change], at: usize) -> &'a [T] {
        let here = changes.iter().find(|change| change.old.start == at);
        here.map_or(&[], |change| &self.is[change.new.clone()])
    }

    /// What this side has where the base has `old`.
    fn made_of(&self, base: &[T], old: &Range<usize>, changes: &[Change]) -> Vec<T> {
        let mut made = vec![];
        for at in old.start..=old.end {
            made.extend_from_slice(self.inserted(changes, at));
            let stays = at < old.end && !removes(changes, at);
            made.extend(base.get(at).filter(|_| stays).cloned());
        }
        made
    }
}

/// Changes that touch each other.
struct Region<'c> {
    old: Range<usize>,
    mine: &'c [Change],
    theirs: &'c [Change],
}

fn next_region<'c>(mine: &mut &'c [Change], theirs: &mut &'c [Change]) -> Option<Region<'c>> {
    let starts = |changes: &[Change]| changes.first().map(|it| (it.old.start, it.old.end));
    let first = match (starts(mine), starts(theirs)) {
        (Some(mine), Some(theirs)) => mine.min(theirs),
        (one, other) => one.or(other)?,
    };
    let mut old = first.0..first.1;
    let (mut of_mine, mut of_theirs) = (0, 0);
    let writes = |changes: &[Change]| {
        changes.first().is_some_and(|it| it.old.start == first.0 && !it.new.is_empty())
    };
    let both_write = writes(mine) && writes(theirs);
    loop {
        let is_empty = of_mine + of_theirs == 0;
        let touches = |change: &Change| {
            let is = &change.old;
            let overlaps = is.start < old.end && old.start < is.end;
            let is_first = is_empty && (is.start, is.end) == first;
            overlaps || is_first || both_write && is.start == first.0
        };
        let change = if mine.get(of_mine).is_some_and(&touches) {
            of_mine += 1;
            &mine[of_mine - 1]
        } else if theirs.get(of_theirs).is_some_and(&touches) {
            of_theirs += 1;
            &theirs[of_theirs - 1]
        } else {
            break;
        };
        old.end = old.end.max(change.old.end);
    }
    let region = Region { old, mine: &mine[..of_mine], theirs: &theirs[..of_theirs] };
    *mine = &mine[of_mine..];
    *theirs = &theirs[of_theirs..];
    Some(region)
}

fn united<T: Clone + PartialEq>(
    base: &[T],
    region: &Region<'_>,
    mine: &Side<'_, T>,
    theirs: &Side<'_, T>,
) -> Vec<T> {
    let mut united = vec![];
    for at in region.old.start..=region.old.end {
        let from_theirs = theirs.inserted(region.theirs, at);
        let from_mine = mine.inserted(region.mine, at);
        if !contains(from_mine, from_theirs) {
            united.extend_from_slice(from_theirs);
        }
        if !contains(from_theirs, from_mine) || from_mine == from_theirs {
            united.extend_from_slice(from_mine);
        }
        let goes = removes(region.mine, at) || removes(region.theirs, at);
        let stays = at < region.old.end && !goes;
        united.extend(base.get(at).filter(|_| stays).cloned());
    }
    united
}

fn removes(changes: &[Change], at: usize) -> bool {
    changes.iter().any(|change| change.old.contains(&at))
}

/// What one side has already, it need not have again: an earlier save of the same typing.
fn contains<T: PartialEq>(whole: &[T], part: &[T]) -> bool {
    part.is_empty() || whole.windows(part.len()).any(|window| window == part)
}

/// The same number for the same thing, so that anything that can be compared can be merged.
fn numbered<T: PartialEq>(sequences: &[&[T]]) -> Vec<Vec<usize>> {
    let mut known: Vec<&T> = vec![];
    let mut number = |thing| {
        known.iter().position(|it| *it == thing).unwrap_or_else(|| {
            known.push(thing);
            known.len() - 1
        })
    };
    sequences.iter().map(|things| things.iter().map(&mut number).collect()).collect()
}

fn changes(old: &[usize], new: &[usize]) -> Vec<Change> {
    let mut changes: Vec<Change> = vec![];
    for op in capture_diff_slices(Algorithm::Patience, old, new) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        match changes.last_mut() {
            Some(last)
                if last.old.end == op.old_range().start && last.new.end == op.new_range().start =>
            {
                last.old.end = op.old_range().end;
                last.new.end = op.new_range().end;
            }
            _ => changes.push(Change { old: op.old_range(), new: op.new_range() }),
        }
    }
    changes
}

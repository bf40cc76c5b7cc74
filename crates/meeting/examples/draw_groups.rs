//! How long the groups page takes to draw the groups and the tables of two items, to say why they
//! are as they are, and to tell what each seat costs: `cargo run --release -p meeting --example
//! draw_groups`.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::collections::BTreeMap;
use std::time::Instant;

use meeting::company::{Acquaintance, pair};
use meeting::expected::read;
use meeting::groups::{GroupPlan, Met, costs_of_seats, costs_of_swaps, reasons, rotations};
use plan::document::{Item, Plan};

/// The quickest of so many counts, since others use the machine.
const RUNS: usize = 3;

fn main() {
    println!("{:>7} {:>9} {:>11} {:>9}", "people", "draw ms", "reasons ms", "costs ms");
    for people in [24, 120, 500, 2_000] {
        measure(people);
    }
}

fn measure(people: u32) {
    let line = |number: u32| {
        let work = match number % 12 {
            0 => "leder",
            odd if odd % 2 == 1 => "norsk",
            _ => "kroppsøving",
        };
        format!("Person {number}; Trinn {}; {work}\n", number % people.div_ceil(8))
    };
    let list = read(&(1..=people).map(line).collect::<String>(), &[]);
    let item = |id: &str, tool: &str| Item {
        id: id.to_owned(),
        tool: tool.to_owned(),
        minutes: 30,
        ..Item::default()
    };
    let items = vec![item("i1", "speed-date"), item("i2", "trio")];
    let rotations = rotations(&Plan { items, ..Plan::default() }, list.len());
    let met = five_meetings(people);
    let draw = || GroupPlan::default().drawn(&list, &met, &rotations, 7);
    let (draw_ms, drawn) = quickest(draw);
    match drawn {
        Ok(plan) => {
            let (reasons_ms, _) = quickest(|| reasons(&plan, &list, &met));
            let costs = || {
                let swaps = costs_of_swaps(&plan, &list, &met, 1);
                (costs_of_seats(&plan, &list, &met, 1), swaps)
            };
            let (costs_ms, _) = quickest(costs);
            println!("{people:>7} {draw_ms:>9.0} {reasons_ms:>11.0} {costs_ms:>9.0}");
        }
        Err(conflict) => println!("{people:>7} cannot be drawn: {conflict:?}"),
    }
}

fn quickest<T>(work: impl Fn() -> T) -> (f64, T) {
    let count = || {
        let began = Instant::now();
        let made = work();
        (began.elapsed().as_secs_f64() * 1_000.0, made)
    };
    let mut best = count();
    for _ in 1..RUNS {
        let next = count();
        if next.0 < best.0 {
            best = next;
        }
    }
    best
}

/// Five meetings at tables of four or so, with other people at each.
fn five_meetings(people: u32) -> Met {
    let mut met: BTreeMap<(u32, u32), Acquaintance> = Met::new();
    for (stride, tenths) in [(1, 10), (3, 8), (7, 6), (11, 5), (13, 4)] {
        let mut tables: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for person in 1..=people {
            tables.entry(person * stride % people / 4).or_default().push(person);
        }
        for table in tables.values() {
            for (place, one) in table.iter().enumerate() {
                for other in &table[place + 1..] {
                    let known = met.entry(pair(*one, *other)).or_default();
                    known.tenths += tenths;
                    known.meetings += 1;
                }
            }
        }
    }
    met
}

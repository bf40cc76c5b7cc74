//! Finds the designs of the catalogue that a cyclic group alone does not: `find_symmetric
//! [restarts]` looks for 9-4-11 and 10-4-13, which a second symmetry makes small, and for 8-4-10
//! under the group Z2³.

use seating::problem::Plan;
use seating::rng::Rng;

fn main() {
    let restarts: usize =
        std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(2_000);
    for (orbits, order, size) in [(3, 11, 4), (3, 13, 4)] {
        let fixed = if order == 11 { orbits } else { 1 };
        let shape = Permuted { orbits, order, fixed, size };
        let found = search(
            restarts,
            60_000,
            [2.0, 0.25],
            |rng| shape.random(rng),
            |base| shape.cost(base),
            |base, rng| shape.change(base, rng),
        );
        match found {
            Some(base) => {
                println!(
                    "{} {size} {order}: {}",
                    shape.people() / size,
                    line(&shape.groups(&base))
                );
            }
            None => println!("# none for {orbits} orbits of {order}"),
        }
    }
    match search(
        restarts,
        40_000,
        [8.0, 1.0],
        Elementary::random,
        |base| repeats_of(&base.rounds()),
        Elementary::change,
    ) {
        Some(base) => println!(
            "8 4 1: {}",
            base.rounds().iter().map(|round| line(round)).collect::<Vec<_>>().join(" / ")
        ),
        None => println!("# none for 8-4-10"),
    }
}

fn line(groups: &[Vec<usize>]) -> String {
    let group =
        |group: &Vec<usize>| group.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
    groups.iter().map(group).collect::<Vec<_>>().join(" | ")
}

/// `repeats` for 32 people, counted without sorting: this is nearly all that the search does.
fn repeats_of(plan: &Plan) -> i32 {
    let mut seen = [0_u8; 1_024];
    let mut again = 0;
    for group in plan.iter().flatten() {
        for (slot, one) in group.iter().enumerate() {
            for other in &group[slot + 1..] {
                let class = &mut seen[one.min(other) * 32 + one.max(other)];
                again += i32::from(*class > 0);
                *class += 1;
            }
        }
    }
    again
}

/// Annealing from new starts until a cost of 0.
fn search<B: Clone>(
    restarts: usize,
    steps: u32,
    [warm, cold]: [f64; 2],
    random: impl Fn(&mut Rng) -> B,
    cost: impl Fn(&B) -> i32,
    change: impl Fn(&mut B, &mut Rng),
) -> Option<B> {
    let mut rng = Rng::new(3);
    for _ in 0..restarts {
        let mut base = random(&mut rng);
        let mut now = cost(&base);
        for step in 0..steps {
            let temperature = warm * (cold / warm).powf(f64::from(step) / f64::from(steps));
            let mut next = base.clone();
            change(&mut next, &mut rng);
            let there = cost(&next);
            let odds = (f64::from(now - there) / temperature).exp();
            if f64::from(rng.word()) < odds * 4_294_967_296.0 {
                (base, now) = (next, there);
            }
            if now == 0 {
                return Some(base);
            }
        }
    }
    None
}

/// The cyclic group on `orbits` orbits and `fixed` people (1 or as many as orbits), with a second symmetry
/// that turns the orbits into each other. A base round is given by one block of each of its orbits
/// of blocks: places in a list of point orbits, and which orbit each point is taken from.
#[derive(Clone, Copy)]
struct Permuted {
    orbits: usize,
    order: usize,
    fixed: usize,
    size: usize,
}

#[derive(Clone)]
struct Base {
    points: Vec<usize>,
    shifts: Vec<usize>,
}

impl Permuted {
    fn people(self) -> usize {
        self.orbits * self.order + self.fixed
    }

    /// Orbits of points under the second symmetry; with one fixed person, the block of that
    /// person and the zeros is fixed, and its points are not chosen.
    fn choices(self) -> usize {
        if self.fixed == 1 { self.order - 1 } else { self.order + 1 }
    }

    fn point(self, choice: usize, shift: usize) -> usize {
        let orbit = shift % self.orbits;
        if self.fixed == 1 {
            orbit * self.order + choice + 1
        } else if choice < self.order {
            orbit * self.order + choice
        } else {
            self.orbits * self.order + orbit
        }
    }

    fn random(self, rng: &mut Rng) -> Base {
        let mut points: Vec<usize> = (0..self.choices()).collect();
        rng.shuffle(&mut points);
        Base { points, shifts: (0..self.choices()).map(|_| rng.below(self.orbits)).collect() }
    }

    fn change(self, base: &mut Base, rng: &mut Rng) {
        let (one, other) = (rng.below(self.choices()), rng.below(self.choices()));
        if rng.one_in(2) {
            base.shifts[one] = rng.below(self.orbits);
            return;
        }
        base.points.swap(one, other);
        if rng.one_in(2) {
            base.shifts[one] = rng.below(self.orbits);
            base.shifts[other] = rng.below(self.orbits);
        }
    }

    fn groups(self, base: &Base) -> Vec<Vec<usize>> {
        let mut groups = Vec::new();
        if self.fixed == 1 {
            let zeros = (0..self.orbits).map(|orbit| orbit * self.order);
            groups.push([self.people() - 1].into_iter().chain(zeros).collect());
        }
        for (points, shifts) in base.points.chunks(self.size).zip(base.shifts.chunks(self.size)) {
            for turn in 0..self.orbits {
                let point = |(point, shift): (&usize, &usize)| self.point(*point, shift + turn);
                groups.push(points.iter().zip(shifts).map(point).collect());
            }
        }
        groups
    }

    /// Difference classes that occur again, and pairs that the group maps to themselves.
    fn cost(self, base: &Base) -> i32 {
        let mut seen = vec![0_u8; self.people() * self.people()];
        let moving = self.orbits * self.order;
        let mut cost = 0;
        for group in self.groups(base) {
            for (slot, &one) in group.iter().enumerate() {
                for &other in &group[slot + 1..] {
                    let (low, high) = (one.min(other), one.max(other));
                    if low >= moving {
                        cost += 4;
                        continue;
                    }
                    // The pair turned so that its lower point is the first of its orbit, or the
                    // shorter way round within one orbit.
                    let (orbit, at) = (low / self.order, low % self.order);
                    let turned = if high >= moving {
                        high
                    } else {
                        let apart = (high % self.order + self.order - at) % self.order;
                        let within = high / self.order == orbit;
                        high / self.order * self.order
                            + if within { apart.min(self.order - apart) } else { apart }
                    };
                    let class = &mut seen[orbit * self.people() + turned];
                    cost += i32::from(*class > 0);
                    *class += 1;
                }
            }
        }
        cost
    }
}

/// 32 people as four copies of Z2³, whose elements are the numbers 0..8 under xor. Two rounds take
/// one person of each copy; one pairs cosets of subgroups of order 4; one has stabilisers of order
/// 2; and three pairs of rounds are each other's image under half the group.
#[derive(Clone)]
struct Elementary {
    transversal: [[usize; 4]; 2],
    cosets: [usize; 4],
    pairing: usize,
    stabilisers: [usize; 2],
    offsets: [usize; 2],
    doubles: [Double; 3],
}

#[derive(Clone)]
struct Double {
    kernel: usize,
    places: [usize; 8],
    shifts: [usize; 8],
    stabilisers: [usize; 2],
    regular: bool,
}

fn odd(element: usize, functional: usize) -> bool {
    (element & functional).count_ones() % 2 == 1
}

impl Elementary {
    fn random(rng: &mut Rng) -> Elementary {
        let mut double = |regular| {
            let mut places = [0, 1, 2, 3, 4, 5, 6, 7];
            rng.shuffle(&mut places);
            let shifts = std::array::from_fn(|_| rng.below(4));
            Double {
                kernel: 1 + rng.below(7),
                places,
                shifts,
                stabilisers: [1 + rng.below(3), 1 + rng.below(3)],
                regular,
            }
        };
        let doubles = [double(true), double(false), double(false)];
        Elementary {
            transversal: std::array::from_fn(|_| [0, rng.below(8), rng.below(8), rng.below(8)]),
            cosets: std::array::from_fn(|_| 1 + rng.below(7)),
            pairing: rng.below(3),
            stabilisers: std::array::from_fn(|_| 1 + rng.below(7)),
            offsets: std::array::from_fn(|_| rng.below(8)),
            doubles,
        }
    }

    fn change(&mut self, rng: &mut Rng) {
        let double = rng.below(3);
        let (one, other) = (rng.below(8), rng.below(8));
        match rng.below(16) {
            0 | 1 => self.transversal[rng.below(2)][1 + rng.below(3)] = one,
            2 => self.cosets[rng.below(4)] = 1 + rng.below(7),
            3 => match rng.below(5) {
                0 => self.pairing = rng.below(3),
                1 | 2 => self.stabilisers[rng.below(2)] = 1 + rng.below(7),
                _ => self.offsets[rng.below(2)] = one,
            },
            4 => self.doubles[double].kernel = 1 + rng.below(7),
            5 => self.doubles[1 + rng.below(2)].stabilisers[rng.below(2)] = 1 + rng.below(3),
            6..=10 => {
                self.doubles[double].places.swap(one, other);
                if rng.one_in(2) {
                    self.doubles[double].shifts[one] = rng.below(4);
                    self.doubles[double].shifts[other] = rng.below(4);
                }
            }
            _ => self.doubles[double].shifts[one] = rng.below(4),
        }
    }

    fn rounds(&self) -> Plan {
        let transversal = |base: &[usize; 4]| {
            let block = |turn: usize| (0..4).map(|copy| 8 * copy + (base[copy] ^ turn)).collect();
            (0..8).map(block).collect()
        };
        let mut plan: Plan = self.transversal.iter().map(transversal).collect();
        let coset = |copy: usize, side: bool| {
            (0..8)
                .filter(|element| odd(*element, self.cosets[copy]) == side)
                .map(|element| 8 * copy + element)
                .collect()
        };
        plan.push((0..4).flat_map(|copy| [coset(copy, false), coset(copy, true)]).collect());
        plan.push(self.stabilised());
        for double in &self.doubles {
            let (round, image) = double.rounds();
            plan.extend([round, image]);
        }
        plan
    }

    fn stabilised(&self) -> Vec<Vec<usize>> {
        let pairing = [[0, 1, 2, 3], [0, 2, 1, 3], [0, 3, 1, 2]][self.pairing];
        let mut round = Vec::new();
        for half in 0..2 {
            let (one, other) = (8 * pairing[2 * half], 8 * pairing[2 * half + 1]);
            let (step, offset) = (self.stabilisers[half], self.offsets[half]);
            for element in (0..8).filter(|element| *element < element ^ step) {
                let far = element ^ offset;
                round.push(vec![
                    one + element,
                    one + (element ^ step),
                    other + far,
                    other + (far ^ step),
                ]);
            }
        }
        round
    }
}

impl Double {
    fn rounds(&self) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
        let kernel: Vec<usize> = (0..8).filter(|element| !odd(*element, self.kernel)).collect();
        let outside = (0..8).find(|element| odd(*element, self.kernel)).unwrap_or(1);
        let point = |slot: usize| {
            let place = self.places[slot];
            8 * (place / 2) + (kernel[self.shifts[slot]] ^ if place % 2 == 1 { outside } else { 0 })
        };
        let mut round: Vec<Vec<usize>> = Vec::new();
        let mut turned = |slots: std::ops::Range<usize>| {
            round.extend(
                kernel
                    .iter()
                    .map(|turn| slots.clone().map(|slot| point(slot) ^ turn).collect::<Vec<_>>()),
            );
        };
        turned(0..4);
        if self.regular {
            turned(4..8);
        } else {
            for half in 0..2 {
                let step = kernel[self.stabilisers[half]];
                let (one, other) = (point(4 + 2 * half), point(5 + 2 * half));
                let second =
                    kernel.iter().copied().find(|turn| *turn != 0 && *turn != step).unwrap_or(0);
                for turn in [0, second] {
                    round.push(vec![
                        one ^ turn,
                        one ^ turn ^ step,
                        other ^ turn,
                        other ^ turn ^ step,
                    ]);
                }
            }
        }
        let image = round
            .iter()
            .map(|group| group.iter().map(|person| person ^ outside).collect())
            .collect();
        (round, image)
    }
}

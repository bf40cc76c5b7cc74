//! Finite fields, for lines that cross once.

/// The prime and exponent of `order`, when it is a prime power.
#[must_use]
pub fn prime_power(order: usize) -> Option<(usize, usize)> {
    let prime = (2..=order).find(|divisor| order.is_multiple_of(*divisor))?;
    let mut rest = order;
    let mut exponent = 0;
    while rest.is_multiple_of(prime) {
        rest /= prime;
        exponent += 1;
    }
    (rest == 1).then_some((prime, exponent))
}

/// The field of `order` elements 0..order; 0 and 1 are its zero and one.
pub struct Field {
    order: usize,
    prime: usize,
    /// Powers of a generator and their logarithms; empty for prime fields, which just multiply.
    powers: Vec<usize>,
    logarithms: Vec<usize>,
}

impl Field {
    /// `None` unless `order` is a prime power.
    #[must_use]
    pub fn new(order: usize) -> Option<Field> {
        let (prime, exponent) = prime_power(order)?;
        let mut field = Field { order, prime, powers: Vec::new(), logarithms: Vec::new() };
        if exponent > 1 {
            // A polynomial whose root runs through all elements is irreducible and primitive.
            field.powers = (0..order).find_map(|reduction| field.powers_of_x(reduction))?;
            field.logarithms = vec![0; order];
            for (logarithm, &element) in field.powers.iter().enumerate() {
                field.logarithms[element] = logarithm;
            }
        }
        Some(field)
    }

    /// Sums of elements, digit by digit in base p.
    #[must_use]
    pub fn add(&self, one: usize, other: usize) -> usize {
        if self.powers.is_empty() {
            return (one + other) % self.order;
        }
        let (mut one, mut other) = (one, other);
        let (mut sum, mut place) = (0, 1);
        while one > 0 || other > 0 {
            sum += (one % self.prime + other % self.prime) % self.prime * place;
            one /= self.prime;
            other /= self.prime;
            place *= self.prime;
        }
        sum
    }

    #[must_use]
    pub fn multiply(&self, one: usize, other: usize) -> usize {
        if self.powers.is_empty() {
            return one * other % self.order;
        }
        if one == 0 || other == 0 {
            return 0;
        }
        self.powers[(self.logarithms[one] + self.logarithms[other]) % (self.order - 1)]
    }

    /// 1, x, x², … with x^k replaced by `reduction`, if they run through all nonzero elements.
    fn powers_of_x(&self, reduction: usize) -> Option<Vec<usize>> {
        let top = self.order / self.prime;
        let times = |element: usize, factor: usize| {
            (0..factor).fold(0, |sum, _| self.add_digits(sum, element))
        };
        let mut powers = vec![1];
        let mut element = 1;
        let next = |element: usize| {
            self.add_digits(element % top * self.prime, times(reduction, element / top))
        };
        for _ in 1..self.order - 1 {
            element = next(element);
            if element <= 1 {
                return None;
            }
            powers.push(element);
        }
        (next(element) == 1).then_some(powers)
    }

    fn add_digits(&self, mut one: usize, mut other: usize) -> usize {
        let (mut sum, mut place) = (0, 1);
        while one > 0 || other > 0 {
            sum += (one % self.prime + other % self.prime) % self.prime * place;
            one /= self.prime;
            other /= self.prime;
            place *= self.prime;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn every_nonzero_element_divides_every_other_once() {
        for order in [2, 3, 4, 5, 7, 8, 9, 16, 25, 27, 32, 49, 64, 81, 121, 125, 128] {
            let field = Field::new(order).unwrap();
            for one in 1..order {
                let mut products: Vec<usize> =
                    (0..order).map(|other| field.multiply(one, other)).collect();
                products.sort_unstable();
                assert_eq!(
                    products,
                    (0..order).collect::<Vec<_>>(),
                    "order {order}, element {one}"
                );
                let (two, three) = (2 % order, 3 % order);
                let sum = field.multiply(one, field.add(two, three));
                assert_eq!(sum, field.add(field.multiply(one, two), field.multiply(one, three)));
            }
        }
        assert!(Field::new(12).is_none());
    }
}

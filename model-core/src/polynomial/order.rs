//! Which of two sizes is the larger one, for all values of the symbols.

use std::collections::{BTreeMap, BTreeSet};

use super::{Atom, Monomial, Outcome, Overflow, Polynomial, Size, gcd, work};

/// How many values of symbols are tried for their least ones.
const TRIED: usize = 4096;
/// How many terms may be computed to decide which of two sizes is larger.
const TERM_LIMIT: usize = 2_000;

/// The least values that symbols can have; 1 where nothing else is said.
#[derive(Clone, Debug, Default)]
pub struct Least(BTreeMap<u32, i64>);

impl Least {
    /// The least values for which each of these sizes is at least 1. Sizes of several symbols say nothing.
    #[must_use]
    pub fn of(sizes: impl IntoIterator<Item = Size>) -> Self {
        let mut least = Self::default();
        let mut left = TRIED;
        for size in sizes.into_iter().collect::<BTreeSet<_>>() {
            let polynomial = size.polynomial();
            let mut symbols = BTreeSet::new();
            polynomial.collect_symbols(&mut symbols);
            let (Some(symbol), true) = (symbols.first(), symbols.len() == 1) else { continue };
            let fits =
                |value: &i64| polynomial.evaluate(&|_| Some(*value)).is_some_and(|size| size >= 1);
            let from = least.symbol(*symbol);
            let tried = (from..).take(left).inspect(|_| left = left.saturating_sub(1));
            if let Some(value) = tried.into_iter().find(fits) {
                least.0.insert(*symbol, value);
            }
        }
        least
    }

    fn symbol(&self, number: u32) -> i64 {
        self.0.get(&number).copied().unwrap_or(1)
    }

    /// The least value of an atom. What stands in a division has no negative coefficients, and so is least where the
    /// symbols are.
    fn atom(&self, atom: Atom) -> Option<i64> {
        match atom {
            Atom::Symbol(number) => Some(self.symbol(number)),
            Atom::Floor(size, divisor) => {
                let inner = size.polynomial().evaluate(&|number| Some(self.symbol(number)))?;
                Some(inner.div_euclid(divisor))
            }
        }
    }
}

impl Outcome {
    /// Whether it is at least as large as the other for all values of the symbols; false where that is not certain.
    #[must_use]
    pub fn is_at_least(self, other: Self, least: &Least) -> bool {
        let Ok(difference) = self.polynomial().plus(&other.polynomial(), -1) else { return false };
        let bounded = || Fraction::bound(&difference, Side::Lower, least);
        difference.is_never_negative(least)
            || bounded().is_ok_and(|bound| bound.numerator.is_never_negative(least))
    }
}

impl Polynomial {
    /// Whether it is at least 0 with every atom written as its least value and what it is above that: no coefficient
    /// is negative then.
    fn is_never_negative(&self, least: &Least) -> bool {
        let start = work();
        let shifted = self.0.iter().try_fold(Self::default(), |sum, (monomial, coefficient)| {
            if work().saturating_sub(start) > TERM_LIMIT {
                return Err(Overflow);
            }
            let mut term = Self::constant(*coefficient);
            for (atom, power) in monomial {
                let value = least.atom(*atom).ok_or(Overflow)?;
                let factor = Self::of_atom(*atom).plus(&Self::constant(value), 1)?;
                for _ in 0..*power {
                    term = term.times(&factor)?;
                }
            }
            sum.plus(&term, 1)
        });
        shifted.is_ok_and(|shifted| shifted.0.values().all(|coefficient| *coefficient >= 0))
    }
}

/// On which side of a size its bound is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Lower,
    Upper,
}

impl Side {
    fn other(self) -> Self {
        match self {
            Self::Lower => Self::Upper,
            Self::Upper => Self::Lower,
        }
    }
}

/// A polynomial without divisions over a positive number.
struct Fraction {
    numerator: Polynomial,
    denominator: i64,
}

impl Fraction {
    /// What a size is on one side of, for all values of the symbols: `(x - d + 1) / d <= floor(x / d) <= x / d`, and
    /// a division is at least 0.
    fn bound(size: &Polynomial, side: Side, least: &Least) -> Result<Self, Overflow> {
        let mut sum = Self { numerator: Polynomial::default(), denominator: 1 };
        let start = work();
        for (monomial, coefficient) in &size.0 {
            if work().saturating_sub(start) > TERM_LIMIT {
                return Err(Overflow);
            }
            let side = if *coefficient < 0 { side.other() } else { side };
            let mut term = Self { numerator: Polynomial::constant(*coefficient), denominator: 1 };
            for (atom, power) in monomial {
                let factor = Self::of_atom(*atom, side, least)?;
                for _ in 0..*power {
                    term.numerator = term.numerator.times(&factor.numerator)?;
                    term.denominator =
                        term.denominator.checked_mul(factor.denominator).ok_or(Overflow)?;
                }
            }
            sum = sum.plus(&term)?;
        }
        Ok(sum)
    }

    fn of_atom(atom: Atom, side: Side, least: &Least) -> Result<Self, Overflow> {
        let Atom::Floor(size, divisor) = atom else {
            return Ok(Self { numerator: Polynomial::of_atom(atom), denominator: 1 });
        };
        let Self { mut numerator, denominator } = Self::bound(&size.polynomial(), side, least)?;
        if side == Side::Lower {
            let rest = divisor.checked_sub(1).and_then(|rest| rest.checked_mul(denominator));
            numerator.add(Monomial::new(), rest.and_then(i64::checked_neg).ok_or(Overflow)?)?;
            if !numerator.is_never_negative(least) {
                numerator = Polynomial::default();
            }
        }
        Ok(Self { numerator, denominator: denominator.checked_mul(divisor).ok_or(Overflow)? })
    }

    fn plus(&self, other: &Self) -> Result<Self, Overflow> {
        let common = gcd(self.denominator, other.denominator).max(1);
        let (a, b) = (other.denominator / common, self.denominator / common);
        let numerator = self.numerator.times(&Polynomial::constant(a))?;
        let denominator = self.denominator.checked_mul(a).ok_or(Overflow)?;
        Ok(Self { numerator: numerator.plus(&other.numerator, b)?, denominator })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `factor * h * w + more`, as it is after `halvings`.
    fn area(h: Outcome, w: Outcome, halvings: i64, factor: i64) -> Outcome {
        let by = 1 << halvings;
        let (h, w) = (h.div_floor(by).unwrap(), w.div_floor(by).unwrap());
        h.times(w).and_then(|area| area.times(Outcome::Number(factor))).unwrap()
    }

    #[test]
    fn the_larger_one_is_found_without_values() {
        super::super::reset();
        let least = Least::default();
        let (h, w) = (Size::symbol("h"), Size::symbol("w"));
        let (h, w) = (Outcome::Size(h), Outcome::Size(w));
        for (a, b, expected) in [
            (area(h, w, 0, 8), area(h, w, 0, 8), true),
            (area(h, w, 0, 8), area(h, w, 0, 9), false),
            (area(h, w, 0, 8), h, true),
            // Of a half there are two in a whole, and of a quarter no two in a half: 1 is half of 2 and of 3.
            (area(h, w, 0, 8), area(h, w, 1, 32), true),
            (area(h, w, 0, 8), area(h, w, 1, 33), false),
            (area(h, w, 1, 8), area(h, w, 2, 8), false),
            (h, Outcome::Number(1), true),
            (h, Outcome::Number(2), false),
        ] {
            assert_eq!(a.is_at_least(b, &least), expected, "{a:?} {b:?}");
        }
    }

    #[test]
    fn least_values_come_from_what_must_be_a_size() {
        super::super::reset();
        let h = Size::symbol("h");
        let Ok(Outcome::Size(valid)) = Outcome::Size(h).minus(Outcome::Number(6)) else { panic!() };
        let least = Least::of([valid]);
        let seven = Outcome::Number(7);
        assert!(Outcome::Size(h).is_at_least(seven, &least));
        assert!(!Outcome::Size(h).is_at_least(seven, &Least::default()));
    }

    /// What is said to be larger is larger, whatever the values.
    #[test]
    fn no_value_contradicts_the_order() {
        let mut state = 11_u64;
        let mut next = move |below: i64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as i64 % below
        };
        let mut proved = 0;
        for _ in 0..400 {
            super::super::reset();
            let symbols = [Size::symbol("a"), Size::symbol("b")].map(Outcome::Size);
            let mut pool = symbols.to_vec();
            for _ in 0..10 {
                let (x, y) = (
                    pool[next(pool.len() as i64) as usize],
                    pool[next(pool.len() as i64) as usize],
                );
                let n = Outcome::Number(next(6) + 1);
                let made = match next(5) {
                    0 => x.plus(y),
                    1 => x.times(n),
                    2 => x.minus(n),
                    3 => x.times(y),
                    _ => x.div_floor(next(6) + 1),
                };
                pool.extend(made);
            }
            let least = Least::default();
            for (x, y) in pool.iter().flat_map(|x| pool.iter().map(move |y| (*x, *y))) {
                if !x.is_at_least(y, &least) {
                    continue;
                }
                proved += 1;
                for (a, b) in [(1, 1), (1, 2), (2, 1), (3, 7), (12, 5), (64, 63)] {
                    let at = |outcome: Outcome| match outcome {
                        Outcome::Number(n) => Some(n),
                        Outcome::Size(size) => {
                            size.evaluate(&|name| Some(if name == "a" { a } else { b }))
                        }
                    };
                    if let (Some(x), Some(y)) = (at(x), at(y)) {
                        assert!(x >= y, "{x} {y} at {a} {b}");
                    }
                }
            }
        }
        assert!(proved > 10_000, "{proved}");
    }
}

//! Order of sizes, for all values of the symbols.

use std::collections::{BTreeMap, BTreeSet};
use std::vec::Vec;

use super::DimError;
use super::polynomial::{Atom, Monomial, Polynomial, Quantity, Sizes, Symbol, Terms, gcd};

/// Number of symbol values that are tried to find the least ones.
const TRIED: usize = 4096;
/// Maximum number of terms computed to compare two sizes.
const TERM_LIMIT: usize = 2_000;

/// The least values that the symbols of one evaluation can have; 1 where nothing else is said.
#[derive(Clone, Default)]
pub struct Least {
    sizes: Option<Sizes>,
    values: BTreeMap<Symbol, i64>,
}

impl Least {
    /// The least values for which each of these sizes is at least 1. Sizes of several symbols say nothing, nor do those
    /// of another evaluation than the first one's.
    #[must_use]
    pub fn of(sizes: impl IntoIterator<Item = Polynomial>) -> Self {
        let mut polynomials: Vec<Polynomial> = sizes.into_iter().collect();
        let sizes = polynomials.first().map(|size| size.sizes().clone());
        let mut least = Self { sizes, values: BTreeMap::new() };
        polynomials.retain(|size| least.is_of(size.sizes()));
        polynomials.sort_by_key(Polynomial::number);
        polynomials.dedup();
        let mut left = TRIED;
        for size in polynomials {
            let terms = size.terms();
            let mut symbols = BTreeSet::new();
            terms.collect_symbols(&mut symbols);
            let (Some(symbol), true) = (symbols.first(), symbols.len() == 1) else { continue };
            let fits =
                |value: &i64| terms.evaluate(&|_| Some(*value)).is_some_and(|size| size >= 1);
            for value in least.symbol(symbol).. {
                let Some(fewer) = left.checked_sub(1) else { break };
                left = fewer;
                if fits(&value) {
                    least.values.insert(symbol.clone(), value);
                    break;
                }
            }
        }
        least
    }

    fn is_of(&self, sizes: &Sizes) -> bool {
        self.sizes.as_ref().is_none_or(|own| own == sizes)
    }

    fn symbol(&self, symbol: &Symbol) -> i64 {
        // A symbol of which nothing is said is at least 1.
        self.values.get(symbol).copied().unwrap_or(1)
    }

    /// The least value of an atom. Divisions have no negative coefficients inside, and so are least where the symbols
    /// are.
    fn atom(&self, atom: &Atom) -> Option<i64> {
        match atom {
            Atom::Symbol(symbol) => Some(self.symbol(symbol)),
            Atom::Floor(inner, divisor) => {
                let inner = inner.terms().evaluate(&|symbol| Some(self.symbol(symbol)))?;
                inner.checked_div_euclid(*divisor)
            }
        }
    }
}

impl Quantity {
    /// True if it is certainly at least as large as the other for all values of the symbols.
    #[must_use]
    pub fn is_at_least(&self, other: &Self, least: &Least) -> bool {
        if let (Self::Number(a), Self::Number(b)) = (self, other) {
            return a >= b;
        }
        let Some((sizes, difference)) = self.difference(other) else { return false };
        let none = Least::default();
        let context = Context { sizes, least: if least.is_of(sizes) { least } else { &none } };
        let bound = || context.bound(&difference, Side::Lower);
        context.is_never_negative(&difference)
            || bound().is_ok_and(|bound| context.is_never_negative(&bound.numerator))
    }
}

/// An evaluation, and the least values of its symbols.
#[derive(Clone, Copy)]
struct Context<'a> {
    sizes: &'a Sizes,
    least: &'a Least,
}

impl Context<'_> {
    /// True if it is at least 0 with every atom written as its least value plus a remainder: no coefficient
    /// is negative then.
    fn is_never_negative(self, terms: &Terms) -> bool {
        let sizes = self.sizes;
        let start = sizes.work();
        let shifted = terms.0.iter().try_fold(Terms::default(), |sum, (monomial, coefficient)| {
            self.check_work(start)?;
            let mut term = Terms::constant(*coefficient);
            for (atom, power) in monomial {
                let value = self.least.atom(atom).ok_or(DimError::TooLarge)?;
                let factor =
                    Terms::of_atom(atom.clone()).plus(sizes, &Terms::constant(value), 1)?;
                for _ in 0..*power {
                    term = term.times(sizes, &factor)?;
                }
            }
            sum.plus(sizes, &term, 1)
        });
        shifted.is_ok_and(|shifted| shifted.0.values().all(|coefficient| *coefficient >= 0))
    }

    /// A bound of a size on one side, for all values of the symbols: `(x - d + 1) / d <= floor(x / d) <= x / d`, and
    /// a division is at least 0.
    fn bound(self, terms: &Terms, side: Side) -> Result<Fraction, DimError> {
        let mut sum = Fraction { numerator: Terms::default(), denominator: 1 };
        let start = self.sizes.work();
        for (monomial, coefficient) in &terms.0 {
            self.check_work(start)?;
            let side = if *coefficient < 0 { side.other() } else { side };
            let mut term = Fraction { numerator: Terms::constant(*coefficient), denominator: 1 };
            for (atom, power) in monomial {
                let factor = self.bound_of_atom(atom, side)?;
                for _ in 0..*power {
                    term.numerator = term.numerator.times(self.sizes, &factor.numerator)?;
                    term.denominator = term
                        .denominator
                        .checked_mul(factor.denominator)
                        .ok_or(DimError::TooLarge)?;
                }
            }
            sum = sum.plus(self.sizes, &term)?;
        }
        Ok(sum)
    }

    fn bound_of_atom(self, atom: &Atom, side: Side) -> Result<Fraction, DimError> {
        let Atom::Floor(inner, divisor) = atom else {
            return Ok(Fraction { numerator: Terms::of_atom(atom.clone()), denominator: 1 });
        };
        let Fraction { mut numerator, denominator } = self.bound(inner.terms(), side)?;
        if side == Side::Lower {
            let rest = divisor.checked_sub(1).and_then(|rest| rest.checked_mul(denominator));
            let rest = rest.and_then(i64::checked_neg).ok_or(DimError::TooLarge)?;
            numerator.add(Monomial::new(), rest)?;
            if !self.is_never_negative(&numerator) {
                numerator = Terms::default();
            }
        }
        let denominator = denominator.checked_mul(*divisor).ok_or(DimError::TooLarge)?;
        Ok(Fraction { numerator, denominator })
    }

    fn check_work(self, start: usize) -> Result<(), DimError> {
        if self.sizes.work() - start > TERM_LIMIT { Err(DimError::TooLarge) } else { Ok(()) }
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
    numerator: Terms,
    denominator: i64,
}

impl Fraction {
    fn plus(&self, sizes: &Sizes, other: &Self) -> Result<Self, DimError> {
        let common = gcd(self.denominator, other.denominator);
        let (a, b) = (other.denominator / common, self.denominator / common);
        let numerator = self.numerator.times(sizes, &Terms::constant(a))?;
        let denominator = self.denominator.checked_mul(a).ok_or(DimError::TooLarge)?;
        Ok(Self { numerator: numerator.plus(sizes, &other.numerator, b)?, denominator })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `factor * h * w + more`, as it is after `halvings`.
    fn area(h: Quantity, w: Quantity, halvings: i64, factor: i64) -> Quantity {
        let by = 1 << halvings;
        let (h, w) = (h.div_floor(by).unwrap(), w.div_floor(by).unwrap());
        h.times(&w).and_then(|area| area.times(&Quantity::Number(factor))).unwrap()
    }

    #[test]
    fn the_larger_one_is_found_without_values() {
        let sizes = Sizes::default();
        let least = Least::default();
        let (h, w) = (sizes.symbol("h"), sizes.symbol("w"));
        let (h, w) = (Quantity::Polynomial(h), Quantity::Polynomial(w));
        for (a, b, expected) in [
            (area(h.clone(), w.clone(), 0, 8), area(h.clone(), w.clone(), 0, 8), true),
            (area(h.clone(), w.clone(), 0, 8), area(h.clone(), w.clone(), 0, 9), false),
            (area(h.clone(), w.clone(), 0, 8), h.clone(), true),
            // Of a half there are two in a whole, and of a quarter no two in a half: 1 is half of 2 and of 3.
            (area(h.clone(), w.clone(), 0, 8), area(h.clone(), w.clone(), 1, 32), true),
            (area(h.clone(), w.clone(), 0, 8), area(h.clone(), w.clone(), 1, 33), false),
            (area(h.clone(), w.clone(), 1, 8), area(h.clone(), w, 2, 8), false),
            (h.clone(), Quantity::Number(1), true),
            (h, Quantity::Number(2), false),
        ] {
            assert_eq!(a.is_at_least(&b, &least), expected, "{a:?} {b:?}");
        }
    }

    #[test]
    fn least_values_come_from_what_must_be_a_size() {
        let sizes = Sizes::default();
        let h = sizes.symbol("h");
        let Ok(Quantity::Polynomial(valid)) =
            Quantity::Polynomial(h.clone()).minus(&Quantity::Number(6))
        else {
            panic!()
        };
        let least = Least::of([valid]);
        let seven = Quantity::Number(7);
        assert!(Quantity::Polynomial(h.clone()).is_at_least(&seven, &least));
        assert!(!Quantity::Polynomial(h).is_at_least(&seven, &Least::default()));
    }

    /// Sizes that compare as larger are larger for all values.
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
            let sizes = Sizes::default();
            let symbols = [sizes.symbol("a"), sizes.symbol("b")].map(Quantity::Polynomial);
            let mut pool = symbols.to_vec();
            for _ in 0..10 {
                let (x, y) = (
                    pool[next(pool.len() as i64) as usize].clone(),
                    pool[next(pool.len() as i64) as usize].clone(),
                );
                let n = Quantity::Number(next(6) + 1);
                let made = match next(5) {
                    0 => x.plus(&y),
                    1 => x.times(&n),
                    2 => x.minus(&n),
                    3 => x.times(&y),
                    _ => x.div_floor(next(6) + 1),
                };
                pool.extend(made);
            }
            let least = Least::default();
            for (x, y) in pool.iter().flat_map(|x| pool.iter().map(move |y| (x, y))) {
                if !x.is_at_least(y, &least) {
                    continue;
                }
                proved += 1;
                for (a, b) in [(1, 1), (1, 2), (2, 1), (3, 7), (12, 5), (64, 63)] {
                    let at = |outcome: &Quantity| match outcome {
                        Quantity::Number(n) => Some(*n),
                        Quantity::Polynomial(size) => {
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

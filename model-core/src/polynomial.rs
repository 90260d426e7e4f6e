//! Sizes that are not numbers: polynomials in a model's symbols with exact floor divisions.
//!
//! A polynomial stands in a normal form, so that equal texts are equal sizes. Each distinct polynomial is kept
//! once, by number, for one expansion: a [`Size`] is that number, and copies of it cost nothing.

use rustc_hash::FxHashMap as HashMap;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::string::String;
use std::vec::Vec;

use core::fmt::{self, Write as _};

mod order;

pub use self::order::Least;

/// A size as a polynomial in the symbols of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Size(u32);

/// What a polynomial is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Atom {
    /// A symbol of the model, by the order of declaration.
    Symbol(u32),
    /// `floor(size / divisor)`
    Floor(Size, i64),
}

/// A product of atoms, each with its power, in order; empty for the constant.
type Monomial = Vec<(Atom, u32)>;

/// Terms with their coefficients, none of them 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Polynomial(BTreeMap<Monomial, i64>);

/// All symbols and sizes of one expansion.
#[derive(Default)]
struct Arena {
    symbols: Vec<Rc<str>>,
    sizes: Vec<Rc<Polynomial>>,
    /// How many parts each size has.
    parts: Vec<usize>,
    numbers: HashMap<Rc<Polynomial>, u32>,
    /// How many terms were computed.
    work: usize,
}

std::thread_local! {
    static ARENA: RefCell<Arena> = RefCell::new(Arena::default());
}

/// How many values of the symbols are tried to decide whether two sizes are equal.
const RESIDUES: i64 = 4096;

/// How many parts a size may have: terms, their factors, and the parts of what is divided. A size that is computed from
/// itself again and again doubles each time.
pub const PART_LIMIT: usize = 2_000;
/// How many products of two terms one product may need.
const PRODUCT_LIMIT: usize = 50_000;
/// How many terms may be computed to decide whether two sizes are equal.
const DECISION_LIMIT: usize = 50_000;

/// A result that does not fit: a coefficient beyond 64 bits, or too many parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

/// Forgets all sizes and symbols: sizes made before mean nothing any more.
pub fn reset() {
    ARENA.with(|arena| *arena.borrow_mut() = Arena::default());
}

/// How many terms were computed since the last [`reset`].
#[must_use]
pub fn work() -> usize {
    ARENA.with(|arena| arena.borrow().work)
}

fn count_work(terms: usize) {
    ARENA.with(|arena| {
        let mut arena = arena.borrow_mut();
        arena.work = arena.work.saturating_add(terms);
    });
}

/// What a computation with sizes comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A number.
    Number(i64),
    /// Not a number.
    Size(Size),
}

impl Outcome {
    fn polynomial(self) -> Polynomial {
        match self {
            Self::Number(n) => Polynomial::constant(n),
            Self::Size(size) => (*size.polynomial()).clone(),
        }
    }

    /// `self + other`
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        self.polynomial().plus(&other.polynomial(), 1).and_then(Polynomial::outcome)
    }

    /// `self - other`
    pub fn minus(self, other: Self) -> Result<Self, Overflow> {
        self.polynomial().plus(&other.polynomial(), -1).and_then(Polynomial::outcome)
    }

    /// `self * other`
    pub fn times(self, other: Self) -> Result<Self, Overflow> {
        self.polynomial().times(&other.polynomial()).and_then(Polynomial::outcome)
    }

    /// `floor(self / divisor)`, for a positive divisor.
    pub fn div_floor(self, divisor: i64) -> Result<Self, Overflow> {
        self.polynomial().div_floor(divisor).and_then(Polynomial::outcome)
    }

    /// `self / divisor` where the division leaves no rest for any values of the symbols.
    #[must_use]
    pub fn div_exact(self, divisor: Self) -> Option<Self> {
        let divisor = divisor.polynomial();
        let quotient = self.polynomial().div_exact(&divisor)?;
        quotient.outcome().ok()
    }

    /// Whether both are equal for all values of the symbols.
    #[must_use]
    pub fn equals(self, other: Self) -> bool {
        let Ok(difference) = self.polynomial().plus(&other.polynomial(), -1) else { return false };
        difference.is_zero()
    }

    /// Whether both differ for all values of the symbols; false where that is not certain.
    #[must_use]
    pub fn differs(self, other: Self) -> bool {
        let Ok(difference) = self.polynomial().plus(&other.polynomial(), -1) else { return false };
        difference.as_number().is_some_and(|n| n != 0)
    }
}

impl Size {
    /// The next symbol, which stands for any size of at least 1.
    #[must_use]
    pub fn symbol(name: &str) -> Self {
        let number = ARENA.with(|arena| {
            let mut arena = arena.borrow_mut();
            arena.symbols.push(name.into());
            u32::try_from(arena.symbols.len().saturating_sub(1)).unwrap_or(u32::MAX)
        });
        let polynomial = Polynomial(BTreeMap::from([(Vec::from([(Atom::Symbol(number), 1)]), 1)]));
        polynomial.intern()
    }

    /// The symbols it depends on, in order of declaration.
    #[must_use]
    pub fn symbols(self) -> Vec<Size> {
        let mut symbols = BTreeSet::new();
        self.polynomial().collect_symbols(&mut symbols);
        let size = |number| {
            Polynomial(BTreeMap::from([(Vec::from([(Atom::Symbol(number), 1)]), 1)])).intern()
        };
        symbols.into_iter().map(size).collect()
    }

    /// The only symbol of a size `a * symbol + b`, and its value where the size is `found`. `None` for other
    /// sizes, and where there is no such value.
    #[must_use]
    pub fn solve(self, found: Outcome) -> Option<(Size, Outcome)> {
        let polynomial = self.polynomial();
        let constant = polynomial.0.get(&Monomial::new()).copied().unwrap_or(0);
        let mut others = polynomial.0.iter().filter(|(monomial, _)| !monomial.is_empty());
        let (Some((monomial, factor)), None) = (others.next(), others.next()) else { return None };
        let [(atom @ Atom::Symbol(_), 1)] = monomial.as_slice() else { return None };
        let value =
            found.minus(Outcome::Number(constant)).ok()?.div_exact(Outcome::Number(*factor))?;
        match value {
            Outcome::Number(n) if n < 1 => None,
            value => Some((Polynomial::of_atom(*atom).intern(), value)),
        }
    }

    /// The size with these values for symbols; `None` where it does not fit.
    #[must_use]
    pub fn substitute(self, values: &[(Size, Outcome)]) -> Option<Outcome> {
        let mut sum = Outcome::Number(0);
        for (monomial, coefficient) in &self.polynomial().0 {
            let mut term = Outcome::Number(*coefficient);
            for (atom, power) in monomial {
                let own = Polynomial::of_atom(*atom).intern();
                let factor = match atom {
                    Atom::Symbol(_) => {
                        let value = values.iter().find(|(symbol, _)| *symbol == own);
                        value.map_or(Outcome::Size(own), |(_, value)| *value)
                    }
                    Atom::Floor(size, divisor) => {
                        size.substitute(values)?.div_floor(*divisor).ok()?
                    }
                };
                for _ in 0..*power {
                    term = term.times(factor).ok()?;
                }
            }
            sum = sum.plus(term).ok()?;
        }
        Some(sum)
    }

    /// The size for these values of the symbols; `None` for a symbol without a value, and where it does not fit.
    #[must_use]
    pub fn evaluate(self, value: &dyn Fn(&str) -> Option<i64>) -> Option<i64> {
        self.polynomial().evaluate(&|number| {
            let name = ARENA.with(|arena| arena.borrow().symbols.get(number as usize).cloned())?;
            value(&name)
        })
    }

    /// Whether it may be below `bound` for some values of the symbols, as far as signs tell.
    #[must_use]
    pub fn may_be_below(self, bound: usize) -> bool {
        let polynomial = self.polynomial();
        let least: Option<i64> =
            polynomial.0.iter().try_fold(0_i64, |least, (monomial, coefficient)| {
                if monomial.is_empty() {
                    return least.checked_add(*coefficient);
                }
                // A symbol is at least 1, a floor division at least 0.
                let at_least_one = monomial.iter().all(|(atom, _)| matches!(atom, Atom::Symbol(_)));
                match (*coefficient < 0, at_least_one) {
                    (true, _) => None,
                    (false, true) => least.checked_add(*coefficient),
                    (false, false) => Some(least),
                }
            });
        least.and_then(|least| usize::try_from(least).ok()).is_none_or(|least| least < bound)
    }

    /// The size as an expression of Rust over `i128`, with the symbols as variables of their names.
    #[must_use]
    pub fn expression(self) -> String {
        let mut text = String::new();
        let _ = self.polynomial().write(&mut text, &mut |text, size, divisor| {
            let _ = write!(text, "({}).div_euclid({divisor})", size.expression());
        });
        text
    }

    /// How many parts it has: its terms and their factors, and again all parts of what is divided.
    #[must_use]
    pub fn parts(self) -> usize {
        ARENA.with(|arena| arena.borrow().parts.get(self.0 as usize).copied().unwrap_or(0))
    }

    fn polynomial(self) -> Rc<Polynomial> {
        ARENA.with(|arena| {
            let arena = arena.borrow();
            arena.sizes.get(self.0 as usize).cloned().unwrap_or_default()
        })
    }
}

/// Writes the size as the language does: `16*h`, `(h + 1)/2`.
impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.polynomial().write(&mut text, &mut |text, size, divisor| {
            let inner = std::format!("{size}");
            let _ = if inner.contains(' ') || inner.contains('*') {
                write!(text, "(({inner})/{divisor})")
            } else {
                write!(text, "({inner}/{divisor})")
            };
        })?;
        // A single division needs no parentheses around it.
        let single =
            text.starts_with('(') && text.ends_with(')') && matching(&text) == text.len() - 1;
        f.write_str(if single { &text[1..text.len() - 1] } else { &text })
    }
}

/// Where the parenthesis that opens the text closes.
fn matching(text: &str) -> usize {
    let mut depth = 0_usize;
    for (index, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return index;
                }
            }
            _ => {}
        }
    }
    0
}

impl Polynomial {
    fn constant(n: i64) -> Self {
        let mut polynomial = Self::default();
        if n != 0 {
            polynomial.0.insert(Monomial::new(), n);
        }
        polynomial
    }

    fn of_atom(atom: Atom) -> Self {
        Self(BTreeMap::from([(Vec::from([(atom, 1)]), 1)]))
    }

    fn intern(self) -> Size {
        let parts = self.parts();
        ARENA.with(|arena| {
            let mut arena = arena.borrow_mut();
            if let Some(number) = arena.numbers.get(&self) {
                return Size(*number);
            }
            let number = u32::try_from(arena.sizes.len()).unwrap_or(u32::MAX);
            arena.parts.push(parts);
            let polynomial = Rc::new(self);
            arena.sizes.push(Rc::clone(&polynomial));
            arena.numbers.insert(polynomial, number);
            Size(number)
        })
    }

    fn outcome(self) -> Result<Outcome, Overflow> {
        match self.as_number() {
            Some(n) => Ok(Outcome::Number(n)),
            None if self.parts() > PART_LIMIT => Err(Overflow),
            None => Ok(Outcome::Size(self.intern())),
        }
    }

    /// The number it is for all values of the symbols.
    fn as_number(&self) -> Option<i64> {
        match self.0.iter().next() {
            None => Some(0),
            Some((monomial, n)) if self.0.len() == 1 && monomial.is_empty() => Some(*n),
            Some(_) => None,
        }
    }

    /// How many parts it has: terms and their factors, and again all parts of what is divided.
    fn parts(&self) -> usize {
        let factor = |sum: usize, (atom, power): &(Atom, u32)| {
            let inside = match atom {
                Atom::Symbol(_) => 0,
                Atom::Floor(size, _) => size.parts(),
            };
            let times = usize::try_from(*power).unwrap_or(usize::MAX);
            sum.saturating_add(inside.saturating_add(1).saturating_mul(times))
        };
        self.0.keys().fold(0, |sum, monomial| {
            monomial.iter().fold(0, factor).saturating_add(1).saturating_add(sum)
        })
    }

    fn add(&mut self, monomial: Monomial, coefficient: i64) -> Result<(), Overflow> {
        let old = self.0.get(&monomial).copied().unwrap_or(0);
        match old.checked_add(coefficient).ok_or(Overflow)? {
            0 => self.0.remove(&monomial),
            sum => self.0.insert(monomial, sum),
        };
        Ok(())
    }

    fn plus(&self, other: &Self, factor: i64) -> Result<Self, Overflow> {
        count_work(self.0.len().saturating_add(other.0.len()));
        let mut sum = self.clone();
        for (monomial, coefficient) in &other.0 {
            sum.add(monomial.clone(), coefficient.checked_mul(factor).ok_or(Overflow)?)?;
        }
        Ok(sum)
    }

    fn times(&self, other: &Self) -> Result<Self, Overflow> {
        let products = self.0.len().saturating_mul(other.0.len());
        count_work(products);
        if products > PRODUCT_LIMIT {
            return Err(Overflow);
        }
        let mut product = Self::default();
        for (a, x) in &self.0 {
            for (b, y) in &other.0 {
                product.add(multiply(a, b), x.checked_mul(*y).ok_or(Overflow)?)?;
            }
        }
        Ok(product)
    }

    /// Splits every coefficient into a multiple of the divisor and a rest: the multiples leave the division,
    /// the rest stays in it, and a division of a division is one division.
    fn div_floor(&self, divisor: i64) -> Result<Self, Overflow> {
        if divisor <= 1 {
            return Ok(self.clone());
        }
        count_work(self.0.len());
        let mut whole = Self::default();
        let mut rest = Self::default();
        for (monomial, coefficient) in &self.0 {
            whole.add(monomial.clone(), coefficient.div_euclid(divisor))?;
            rest.add(monomial.clone(), coefficient.rem_euclid(divisor))?;
        }
        let (rest, divisor) = rest.reduced(divisor);
        let constant = rest.0.get(&Monomial::new()).copied().unwrap_or(0);
        let mut others = rest.0.iter().filter(|(monomial, _)| !monomial.is_empty());
        let (first, more) = (others.next(), others.next().is_some());
        match first {
            None => Ok(whole),
            Some((monomial, 1))
                if !more && let [(Atom::Floor(inner, by), 1)] = monomial.as_slice() =>
            {
                // floor((floor(x / a) + c) / b) = floor((x + c * a) / (a * b))
                let shift = constant.checked_mul(*by).ok_or(Overflow)?;
                let inner = inner.polynomial().plus(&Self::constant(shift), 1)?;
                whole.plus(&inner.div_floor(by.checked_mul(divisor).ok_or(Overflow)?)?, 1)
            }
            Some(_) if rest.parts() > PART_LIMIT => Err(Overflow),
            Some(_) => whole.plus(&Self::of_atom(Atom::Floor(rest.intern(), divisor)), 1),
        }
    }

    /// Divides by what all coefficients but the constant's, and the divisor, have in common:
    /// floor((g * x + c) / (g * d)) = floor((x + floor(c / g)) / d).
    fn reduced(self, divisor: i64) -> (Self, i64) {
        let others = self.0.iter().filter(|(monomial, _)| !monomial.is_empty());
        let common = others.fold(divisor, |common, (_, coefficient)| gcd(common, *coefficient));
        if common <= 1 {
            return (self, divisor);
        }
        let terms = self
            .0
            .into_iter()
            .map(|(monomial, coefficient)| (monomial, coefficient.div_euclid(common)));
        (Self(terms.filter(|(_, coefficient)| *coefficient != 0).collect()), divisor / common)
    }

    /// Division by a polynomial of one term, or by itself.
    fn div_exact(&self, divisor: &Self) -> Option<Self> {
        if self == divisor {
            return Some(Self::constant(1));
        }
        let mut terms = divisor.0.iter();
        let (Some((by, n)), None) = (terms.next(), terms.next()) else { return None };
        let mut quotient = Self::default();
        for (monomial, coefficient) in &self.0 {
            if coefficient.checked_rem(*n)? != 0 {
                return None;
            }
            quotient.add(divide(monomial, by)?, coefficient.checked_div(*n)?).ok()?;
        }
        Some(quotient)
    }

    fn collect_symbols(&self, symbols: &mut BTreeSet<u32>) {
        for (atom, _) in self.0.keys().flatten() {
            match atom {
                Atom::Symbol(number) => {
                    symbols.insert(*number);
                }
                Atom::Floor(size, _) => size.polynomial().collect_symbols(symbols),
            }
        }
    }

    /// A common multiple of all divisors on any way into the divisions.
    fn period(&self) -> Option<i64> {
        let mut period = 1_i64;
        for (atom, _) in self.0.keys().flatten() {
            if let Atom::Floor(size, divisor) = atom {
                let inner = size.polynomial().period()?.checked_mul(*divisor)?;
                period = (period / gcd(period, inner)).checked_mul(inner)?;
            }
        }
        Some(period)
    }

    /// Whether it is 0 for all values of the symbols.
    ///
    /// Without divisions the normal form tells. With divisions, every symbol is written `period * k + rest`:
    /// for each of the rests the divisions come out even, and what is left is a polynomial in the `k`.
    fn is_zero(&self) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let mut symbols = BTreeSet::new();
        self.collect_symbols(&mut symbols);
        let Some(period) = self.period() else { return false };
        let exponent = u32::try_from(symbols.len()).unwrap_or(u32::MAX);
        let Some(count) =
            period.checked_pow(exponent).filter(|count| period > 1 && *count <= RESIDUES)
        else {
            return false;
        };
        let start = work();
        (0..count).all(|mut number| {
            if work().saturating_sub(start) > DECISION_LIMIT {
                return false;
            }
            let mut rests = HashMap::default();
            for symbol in &symbols {
                rests.insert(*symbol, number % period);
                number /= period;
            }
            matches!(self.at_rests(period, &rests), Some(polynomial) if polynomial.0.is_empty())
        })
    }

    fn at_rests(&self, period: i64, rests: &HashMap<u32, i64>) -> Option<Self> {
        let mut sum = Self::default();
        for (monomial, coefficient) in &self.0 {
            let mut term = Self::constant(*coefficient);
            for (atom, power) in monomial {
                let factor = match atom {
                    Atom::Symbol(number) => {
                        let mut factor = Self::default();
                        factor.add(Vec::from([(*atom, 1)]), period).ok()?;
                        factor.add(Monomial::new(), *rests.get(number)?).ok()?;
                        factor
                    }
                    Atom::Floor(size, divisor) => {
                        let inner = size.polynomial().at_rests(period, rests)?;
                        inner.div_floor(*divisor).ok()?
                    }
                };
                for _ in 0..*power {
                    term = term.times(&factor).ok()?;
                }
            }
            sum = sum.plus(&term, 1).ok()?;
        }
        Some(sum)
    }

    fn evaluate(&self, value: &dyn Fn(u32) -> Option<i64>) -> Option<i64> {
        let mut sum = 0_i64;
        for (monomial, coefficient) in &self.0 {
            let mut term = *coefficient;
            for (atom, power) in monomial {
                let factor = match atom {
                    Atom::Symbol(number) => value(*number)?,
                    Atom::Floor(size, divisor) => {
                        size.polynomial().evaluate(value)?.div_euclid(*divisor)
                    }
                };
                term = term.checked_mul(factor.checked_pow(*power)?)?;
            }
            sum = sum.checked_add(term)?;
        }
        Some(sum)
    }

    /// Writes the terms, high powers first, and the constant last.
    fn write(
        &self,
        text: &mut String,
        floor: &mut dyn FnMut(&mut String, Size, i64),
    ) -> fmt::Result {
        let degree = |monomial: &Monomial| monomial.iter().map(|(_, power)| power).sum::<u32>();
        let mut terms: Vec<(&Monomial, &i64)> = self.0.iter().collect();
        // A term with a minus does not stand first where there is one without.
        terms.sort_by_key(|(monomial, n)| {
            (
                monomial.is_empty(),
                core::cmp::Reverse(degree(monomial)),
                **n < 0,
                (*monomial).clone(),
            )
        });
        if let Some(first) = terms.iter().position(|(_, n)| **n > 0) {
            terms[..=first].rotate_right(1);
        }
        for (index, (monomial, coefficient)) in terms.into_iter().enumerate() {
            match (index, *coefficient < 0) {
                (0, false) => {}
                (0, true) => text.push('-'),
                (_, false) => text.push_str(" + "),
                (_, true) => text.push_str(" - "),
            }
            let size = coefficient.unsigned_abs();
            if size != 1 || monomial.is_empty() {
                write!(text, "{size}")?;
            }
            let mut factors = 0;
            for (atom, power) in monomial {
                for _ in 0..*power {
                    if factors > 0 || size != 1 {
                        text.push('*');
                    }
                    factors += 1;
                    match atom {
                        Atom::Symbol(number) => {
                            let name = ARENA.with(|arena| {
                                arena.borrow().symbols.get(*number as usize).cloned()
                            });
                            text.push_str(name.as_deref().unwrap_or("_"));
                        }
                        Atom::Floor(size, divisor) => floor(text, *size, *divisor),
                    }
                }
            }
        }
        Ok(())
    }
}

fn multiply(a: &Monomial, b: &Monomial) -> Monomial {
    let mut product = a.clone();
    for (atom, power) in b {
        match product.binary_search_by_key(atom, |(atom, _)| *atom) {
            Ok(place) => {
                if let Some((_, sum)) = product.get_mut(place) {
                    *sum = sum.saturating_add(*power);
                }
            }
            Err(place) => product.insert(place, (*atom, *power)),
        }
    }
    product
}

fn divide(a: &Monomial, b: &Monomial) -> Option<Monomial> {
    let mut quotient = a.clone();
    for (atom, power) in b {
        let place = quotient.binary_search_by_key(atom, |(atom, _)| *atom).ok()?;
        let (_, rest) = quotient.get_mut(place)?;
        *rest = rest.checked_sub(*power)?;
    }
    quotient.retain(|(_, power)| *power > 0);
    Some(quotient)
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    fn n(number: i64) -> Outcome {
        Outcome::Number(number)
    }

    fn text(outcome: Outcome) -> String {
        match outcome {
            Outcome::Number(n) => n.to_string(),
            Outcome::Size(size) => size.to_string(),
        }
    }

    /// Three halvings and doublings, as a U-Net does.
    fn down_and_up(size: Outcome, depth: u32) -> Outcome {
        let mut size = size;
        for _ in 0..depth {
            size = size.div_floor(2).unwrap();
        }
        for _ in 0..depth {
            size = size.times(n(2)).unwrap();
        }
        size
    }

    #[test]
    fn sixteen_times_survives_four_halvings() {
        reset();
        let h = Outcome::Size(Size::symbol("h"));
        let sixteen = h.times(n(16)).unwrap();
        assert_eq!(down_and_up(sixteen, 4), sixteen);
        assert!(!down_and_up(h, 1).equals(h));
        assert_eq!(text(down_and_up(h, 1)), "2*(h/2)");
        assert_eq!(text(down_and_up(h, 4)), "16*(h/16)");
    }

    #[test]
    fn divisions_have_one_form() {
        reset();
        let h = Outcome::Size(Size::symbol("h"));
        // The output of stride 2 with `same`, three times: ceil of ceil of ceil.
        let mut size = h;
        for _ in 0..3 {
            size = size.plus(n(1)).unwrap().div_floor(2).unwrap();
        }
        assert_eq!(text(size), "(h + 7)/8");
        let six = h.times(n(6)).unwrap().plus(n(4)).unwrap().div_floor(4).unwrap();
        assert_eq!(text(six), "h + (h/2) + 1");
    }

    #[test]
    fn equality_is_for_every_value() {
        reset();
        let h = Outcome::Size(Size::symbol("h"));
        // floor(h / 2) + ceil(h / 2) = h, though the forms differ.
        let floor = h.div_floor(2).unwrap();
        let ceil = h.plus(n(1)).unwrap().div_floor(2).unwrap();
        assert!(floor.plus(ceil).unwrap().equals(h));
        assert!(!floor.equals(ceil));
        assert!(h.plus(n(1)).unwrap().differs(h));
        assert!(!floor.differs(h));
    }

    #[test]
    fn exact_division_and_products() {
        reset();
        let h = Outcome::Size(Size::symbol("h"));
        let w = Outcome::Size(Size::symbol("w"));
        let area = h.times(w).unwrap().times(n(12)).unwrap();
        assert_eq!(text(area), "12*h*w");
        assert_eq!(text(area.div_exact(n(4)).unwrap()), "3*h*w");
        assert_eq!(area.div_exact(h).and_then(|x| x.div_exact(n(12))), Some(w));
        assert!(area.div_exact(n(5)).is_none());
    }

    /// A small generator of numbers, the same in every run.
    fn next(state: &mut u64) -> u64 {
        *state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *state >> 33
    }

    #[test]
    fn computing_with_symbols_is_computing_with_numbers() {
        let mut state = 7;
        for round in 0..300 {
            reset();
            let symbols = [Size::symbol("a"), Size::symbol("b")];
            let values = [(next(&mut state) % 40 + 1) as i64, (next(&mut state) % 40 + 1) as i64];
            let at = |name: &str| Some(if name == "a" { values[0] } else { values[1] });
            let mut pool: Vec<(Outcome, i64)> = symbols
                .iter()
                .zip(values)
                .map(|(size, value)| (Outcome::Size(*size), value))
                .collect();
            for _ in 0..12 {
                let pick = |state: &mut u64| (next(state) as usize) % pool.len();
                let ((x, p), (y, q)) = (pool[pick(&mut state)], pool[pick(&mut state)]);
                let small = (next(&mut state) % 6 + 1) as i64;
                let new = match next(&mut state) % 5 {
                    0 => (x.plus(y), p.checked_add(q)),
                    1 => (x.minus(n(small)), p.checked_sub(small)),
                    2 if p.abs() < 5000 && q.abs() < 5000 => (x.times(y), p.checked_mul(q)),
                    3 => (x.div_floor(small), Some(p.div_euclid(small))),
                    _ => (x.times(n(small)), p.checked_mul(small)),
                };
                if let (Ok(outcome), Some(value)) = new {
                    let found = match outcome {
                        Outcome::Number(n) => Some(n),
                        Outcome::Size(size) => size.evaluate(&at),
                    };
                    assert_eq!(found, Some(value), "round {round}: {}", text(outcome));
                    pool.push((outcome, value));
                }
            }
        }
    }
}

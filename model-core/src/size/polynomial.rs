//! Sizes that are not numbers: polynomials in a model's symbols with exact floor divisions.
//!
//! A polynomial has a normal form, so that equal texts are equal sizes. [`Sizes`] keeps each distinct polynomial of an
//! evaluation once and numbers it: polynomials compare by number, and a copy is a handle.

use rustc_hash::FxHashMap as HashMap;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::string::String;
use std::vec::Vec;

use core::cmp::{Ordering, Reverse};
use core::fmt::{self, Write as _};
use core::hash::{Hash, Hasher};

use super::DimError;

/// The symbols and polynomials of one evaluation, and the work spent on them. A clone is a handle of the same ones.
///
/// Symbols are equal only to themselves: two of one name differ, and so do those of two evaluations, which never meet in
/// one polynomial.
#[derive(Clone, Default)]
pub struct Sizes(Rc<Arena>);

#[derive(Default)]
struct Arena {
    symbols: Cell<usize>,
    polynomials: RefCell<HashMap<Rc<Terms>, Interned>>,
    /// Terms computed so far.
    work: Cell<usize>,
}

/// A size as a polynomial in the symbols of a model, and not a number.
#[derive(Clone)]
pub struct Polynomial {
    interned: Interned,
    sizes: Sizes,
}

/// Result of a computation with sizes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// A number.
    Number(i64),
    /// Not a number.
    Polynomial(Polynomial),
}

/// Interned values of an evaluation, numbered in order of creation.
#[derive(Clone)]
pub(super) struct Numbered<T> {
    number: usize,
    value: T,
}

/// A symbol, by its name.
pub(super) type Symbol = Numbered<Rc<str>>;

/// A polynomial that its evaluation keeps.
pub(super) type Interned = Numbered<Kept>;

#[derive(Clone)]
pub(super) struct Kept {
    /// Number of its parts.
    parts: usize,
    /// Nesting depth of divisions.
    depth: usize,
    terms: Rc<Terms>,
}

/// Factor of a term.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Atom {
    Symbol(Symbol),
    /// `floor(polynomial / divisor)`
    Floor(Interned, i64),
}

/// A product of atoms, each with its power, in order; empty for the constant.
pub(super) type Monomial = Vec<(Atom, u32)>;

/// Terms with their coefficients, none of them 0.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Terms(pub(super) BTreeMap<Monomial, i64>);

/// Number of symbol values that are tried to decide whether two sizes are equal.
const RESIDUES: i64 = 4096;

/// Maximum number of parts of a size: terms, their factors, and the parts of what is divided. A size that is computed from
/// itself again and again doubles each time.
pub const PART_LIMIT: usize = 2_000;
/// Maximum nesting depth of divisions that cannot be merged.
const DEPTH_LIMIT: usize = 64;
/// Maximum number of term products in one multiplication.
const PRODUCT_LIMIT: usize = 50_000;
/// Maximum number of terms computed to decide whether two sizes are equal.
const DECISION_LIMIT: usize = 50_000;

impl Sizes {
    /// A new symbol of this name, which stands for any size of at least 1.
    #[must_use]
    pub fn symbol(&self, name: &str) -> Polynomial {
        let number = self.0.symbols.get();
        self.0.symbols.set(number + 1);
        let symbol = Symbol { number, value: name.into() };
        self.intern(Terms::of_atom(Atom::Symbol(symbol)))
    }

    /// Number of terms computed so far.
    #[must_use]
    pub fn work(&self) -> usize {
        self.0.work.get()
    }

    fn count_work(&self, terms: usize) {
        // A count that is past every limit may stay there.
        self.0.work.set(self.work().saturating_add(terms));
    }

    fn quantity(&self, terms: Terms) -> Result<Quantity, DimError> {
        match terms.as_number() {
            Some(n) => Ok(Quantity::Number(n)),
            None => Ok(Quantity::Polynomial(self.bounded(terms)?)),
        }
    }

    fn bounded(&self, terms: Terms) -> Result<Polynomial, DimError> {
        if terms.parts() > PART_LIMIT || terms.depth() > DEPTH_LIMIT {
            return Err(DimError::TooLarge);
        }
        Ok(self.intern(terms))
    }

    fn intern(&self, terms: Terms) -> Polynomial {
        let mut polynomials = self.0.polynomials.borrow_mut();
        let interned = match polynomials.get(&terms) {
            Some(interned) => interned.clone(),
            None => {
                let (parts, depth) = (terms.parts(), terms.depth());
                let terms = Rc::new(terms);
                let value = Kept { parts, depth, terms: Rc::clone(&terms) };
                let interned = Interned { number: polynomials.len(), value };
                polynomials.insert(terms, interned.clone());
                interned
            }
        };
        Polynomial { interned, sizes: self.clone() }
    }
}

/// Handles are equal that are of one evaluation.
impl PartialEq for Sizes {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Sizes {}

impl fmt::Debug for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sizes")
            .field("symbols", &self.0.symbols.get())
            .field("polynomials", &self.0.polynomials.borrow().len())
            .field("work", &self.work())
            .finish()
    }
}

impl Quantity {
    /// `self + other`
    pub fn plus(&self, other: &Self) -> Result<Self, DimError> {
        self.combine(other, i64::checked_add, |sizes, a, b| a.plus(sizes, b, 1))
    }

    /// `self - other`
    pub fn minus(&self, other: &Self) -> Result<Self, DimError> {
        self.combine(other, i64::checked_sub, |sizes, a, b| a.plus(sizes, b, -1))
    }

    /// `self * other`
    pub fn times(&self, other: &Self) -> Result<Self, DimError> {
        self.combine(other, i64::checked_mul, |sizes, a, b| a.times(sizes, b))
    }

    /// `floor(self / divisor)`, for a positive divisor.
    pub fn div_floor(&self, divisor: i64) -> Result<Self, DimError> {
        match self {
            Self::Number(n) => {
                n.checked_div_euclid(divisor).map(Self::Number).ok_or(DimError::TooLarge)
            }
            Self::Polynomial(size) => {
                size.sizes.quantity(size.terms().div_floor(&size.sizes, divisor)?)
            }
        }
    }

    /// `self / divisor` where the division leaves no rest for any values of the symbols.
    #[must_use]
    pub fn div_exact(&self, divisor: &Self) -> Option<Self> {
        if let (Self::Number(n), Self::Number(divisor)) = (self, divisor) {
            let rest = n.checked_rem(*divisor)?;
            return if rest == 0 { n.checked_div(*divisor).map(Self::Number) } else { None };
        }
        let sizes = self.common(divisor).ok()??;
        sizes.quantity(self.terms().div_exact(&divisor.terms())?).ok()
    }

    /// True if both are equal for all values of the symbols.
    #[must_use]
    pub fn equals(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a == b,
            _ => self.difference(other).is_some_and(|(sizes, terms)| terms.is_zero(sizes)),
        }
    }

    /// True if both certainly differ for all values of the symbols.
    #[must_use]
    pub fn differs(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a != b,
            _ => self
                .difference(other)
                .is_some_and(|(_, terms)| terms.as_number().is_some_and(|n| n != 0)),
        }
    }

    /// `self - other` where one of them is a polynomial; `None` where that does not fit.
    pub(super) fn difference<'a>(&'a self, other: &'a Self) -> Option<(&'a Sizes, Terms)> {
        let sizes = self.common(other).ok()??;
        let difference = self.terms().plus(sizes, &other.terms(), -1).ok()?;
        Some((sizes, difference))
    }

    fn combine(
        &self,
        other: &Self,
        of_numbers: fn(i64, i64) -> Option<i64>,
        of_terms: fn(&Sizes, &Terms, &Terms) -> Result<Terms, DimError>,
    ) -> Result<Self, DimError> {
        if let (Self::Number(a), Self::Number(b)) = (self, other) {
            return of_numbers(*a, *b).map(Self::Number).ok_or(DimError::TooLarge);
        }
        match self.common(other)? {
            Some(sizes) => sizes.quantity(of_terms(sizes, &self.terms(), &other.terms())?),
            None => Err(DimError::TooLarge),
        }
    }

    /// The evaluation that both belong to; numbers belong to any.
    fn common<'a>(&'a self, other: &'a Self) -> Result<Option<&'a Sizes>, DimError> {
        match (self, other) {
            (Self::Polynomial(a), Self::Polynomial(b)) if a.sizes != b.sizes => {
                Err(DimError::Mixed)
            }
            (Self::Polynomial(size), _) | (_, Self::Polynomial(size)) => Ok(Some(&size.sizes)),
            (Self::Number(_), Self::Number(_)) => Ok(None),
        }
    }

    fn terms(&self) -> Rc<Terms> {
        match self {
            Self::Number(n) => Rc::new(Terms::constant(*n)),
            Self::Polynomial(size) => Rc::clone(&size.interned.value.terms),
        }
    }
}

impl Polynomial {
    /// The evaluation it belongs to.
    #[must_use]
    pub fn sizes(&self) -> &Sizes {
        &self.sizes
    }

    /// The only symbol of a size `a * symbol + b`, and its value where the size is `found`. `None` for other
    /// sizes, and where there is no such value.
    #[must_use]
    pub fn solve(&self, found: &Quantity) -> Option<(Polynomial, Quantity)> {
        let terms = self.terms();
        let mut others = terms.0.iter().filter(|(monomial, _)| !monomial.is_empty());
        let (Some((monomial, factor)), None) = (others.next(), others.next()) else { return None };
        let [(atom @ Atom::Symbol(_), 1)] = monomial.as_slice() else { return None };
        let constant = Quantity::Number(terms.constant_term());
        let value = found.minus(&constant).ok()?.div_exact(&Quantity::Number(*factor))?;
        match value {
            Quantity::Number(n) if n < 1 => None,
            value => Some((self.sizes.intern(Terms::of_atom(atom.clone())), value)),
        }
    }

    /// The size with these values for symbols.
    pub fn substitute(&self, values: &[(Polynomial, Quantity)]) -> Result<Quantity, DimError> {
        let mut sum = Quantity::Number(0);
        for (monomial, coefficient) in &self.terms().0 {
            let mut term = Quantity::Number(*coefficient);
            for (atom, power) in monomial {
                let factor = match atom {
                    Atom::Symbol(_) => {
                        let own = self.sizes.intern(Terms::of_atom(atom.clone()));
                        let value = values.iter().find(|(symbol, _)| *symbol == own);
                        value.map_or(Quantity::Polynomial(own), |(_, value)| value.clone())
                    }
                    Atom::Floor(inner, divisor) => {
                        let (interned, sizes) = (inner.clone(), self.sizes.clone());
                        let inner = Self { interned, sizes }.substitute(values)?;
                        inner.div_floor(*divisor)?
                    }
                };
                for _ in 0..*power {
                    term = term.times(&factor)?;
                }
            }
            sum = sum.plus(&term)?;
        }
        Ok(sum)
    }

    /// The size for these values of the symbols; `None` for a symbol without a value, and where it does not fit.
    #[must_use]
    pub fn evaluate(&self, value: &dyn Fn(&str) -> Option<i64>) -> Option<i64> {
        self.terms().evaluate(&|symbol| value(&symbol.value))
    }

    /// True unless the signs of the terms prove that it is at least `bound` for all values of the symbols.
    #[must_use]
    pub fn may_be_below(&self, bound: usize) -> bool {
        let least: Option<i64> =
            self.terms().0.iter().try_fold(0_i64, |least, (monomial, coefficient)| {
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

    /// The size as an expression of Rust over `i128`, with the symbols as variables of their names: where values of at
    /// most 32 bits could overflow, it panics on those that do.
    #[must_use]
    pub fn expression(&self) -> String {
        let terms = self.terms();
        let fits = terms.largest().is_some_and(|largest| i128::try_from(largest).is_ok());
        terms.text(if fits { Notation::Rust } else { Notation::Checked })
    }

    /// Bound of the absolute value, and of all that [`expression`](Self::expression) computes on the way to it, where no
    /// symbol is more than `symbol`; `None` where two of these do not fit an `i128` together.
    #[must_use]
    pub fn magnitude(&self, symbol: u128) -> Option<u128> {
        self.terms().magnitude(symbol)
    }

    /// Number of its parts: its terms and their factors, and again all parts of what is divided.
    #[must_use]
    pub fn parts(&self) -> usize {
        self.interned.value.parts
    }

    pub(super) fn terms(&self) -> &Terms {
        self.interned.terms()
    }

    /// Place in the order in which the polynomials of an evaluation were first made.
    pub(super) fn number(&self) -> usize {
        self.interned.number
    }
}

impl Interned {
    pub(super) fn terms(&self) -> &Terms {
        &self.value.terms
    }
}

impl<T> PartialEq for Numbered<T> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl<T> Eq for Numbered<T> {}

impl<T> PartialOrd for Numbered<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Numbered<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}

impl<T> Hash for Numbered<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

impl PartialEq for Polynomial {
    fn eq(&self, other: &Self) -> bool {
        self.interned == other.interned && self.sizes == other.sizes
    }
}

impl Eq for Polynomial {}

impl Hash for Polynomial {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.interned.hash(state);
    }
}

impl fmt::Debug for Polynomial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Polynomial({self})")
    }
}

/// Writes the size as the language does: `16*h`, `(h + 1)/2`.
impl fmt::Display for Polynomial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let terms = self.terms();
        // A single division needs no parentheses around it.
        match terms.single() {
            Some(([(Atom::Floor(inner, divisor), 1)], 1)) => {
                f.write_str(&inner.terms().division(*divisor))
            }
            _ => f.write_str(&terms.text(Notation::Language)),
        }
    }
}

/// Language in which a polynomial is written.
#[derive(Clone, Copy)]
enum Notation {
    /// That of `model!`, with `/` for a floor division.
    Language,
    /// Rust, over `i128`.
    Rust,
    /// The same with methods that find an overflow.
    Checked,
}

impl Notation {
    /// Writes `left operator right`, of which the left side is written.
    fn operation(self, text: &mut String, operator: char, right: &str) {
        let method = match (self, operator) {
            (Self::Language | Self::Rust, '*') => {
                text.push('*');
                text.push_str(right);
                return;
            }
            (Self::Language | Self::Rust, _) => {
                let _ = write!(text, " {operator} {right}");
                return;
            }
            (Self::Checked, '*') => "checked_mul",
            (Self::Checked, '-') => "checked_sub",
            (Self::Checked, _) => "checked_add",
        };
        let _ = write!(text, ".{method}({right}).expect({OVERFLOW:?})");
    }
}

/// Panic message of sizes that are computed by generated code.
const OVERFLOW: &str = "size arithmetic overflows";

impl Terms {
    fn magnitude(&self, symbol: u128) -> Option<u128> {
        let mut sum = 0_u128;
        for (monomial, coefficient) in &self.0 {
            let mut product = u128::from(coefficient.unsigned_abs());
            for (atom, power) in monomial {
                let factor = match atom {
                    Atom::Symbol(_) => symbol,
                    Atom::Floor(size, _) => size.terms().magnitude(symbol)?,
                };
                product = product.checked_mul(factor.checked_pow(*power)?)?;
            }
            sum = sum.checked_add(product)?;
        }
        (sum <= i128::MAX.unsigned_abs() / 2).then_some(sum)
    }

    pub(super) fn constant(n: i64) -> Self {
        let mut terms = Self::default();
        if n != 0 {
            terms.0.insert(Monomial::new(), n);
        }
        terms
    }

    pub(super) fn of_atom(atom: Atom) -> Self {
        Self(BTreeMap::from([(Vec::from([(atom, 1)]), 1)]))
    }

    /// The number it is for all values of the symbols.
    fn as_number(&self) -> Option<i64> {
        match self.single() {
            None if self.0.is_empty() => Some(0),
            Some(([], n)) => Some(n),
            _ => None,
        }
    }

    /// The only term.
    fn single(&self) -> Option<(&[(Atom, u32)], i64)> {
        let mut terms = self.0.iter();
        match (terms.next(), terms.next()) {
            (Some((monomial, coefficient)), None) => Some((monomial, *coefficient)),
            _ => None,
        }
    }

    fn constant_term(&self) -> i64 {
        self.coefficient(&Monomial::new())
    }

    fn coefficient(&self, monomial: &Monomial) -> i64 {
        // Terms that are not there have the coefficient 0.
        self.0.get(monomial).copied().unwrap_or(0)
    }

    /// Number of its parts: terms and their factors, and again all parts of what is divided.
    fn parts(&self) -> usize {
        // More than can be counted are too many, like all above the limit.
        let factor = |sum: usize, (atom, power): &(Atom, u32)| {
            let inside = match atom {
                Atom::Symbol(_) => 0,
                Atom::Floor(inner, _) => inner.value.parts,
            };
            let times = usize::try_from(*power).unwrap_or(usize::MAX);
            sum.saturating_add(inside.saturating_add(1).saturating_mul(times))
        };
        self.0.keys().fold(0, |sum, monomial| {
            monomial.iter().fold(0, factor).saturating_add(1).saturating_add(sum)
        })
    }

    /// Nesting depth of divisions.
    fn depth(&self) -> usize {
        let atoms = self.0.keys().flatten();
        let depth = |(atom, _): &(Atom, u32)| match atom {
            Atom::Symbol(_) => 0,
            Atom::Floor(inner, _) => inner.value.depth + 1,
        };
        atoms.map(depth).max().unwrap_or_default()
    }

    pub(super) fn add(&mut self, monomial: Monomial, coefficient: i64) -> Result<(), DimError> {
        let old = self.coefficient(&monomial);
        match old.checked_add(coefficient).ok_or(DimError::TooLarge)? {
            0 => self.0.remove(&monomial),
            sum => self.0.insert(monomial, sum),
        };
        Ok(())
    }

    /// `self + factor * other`
    pub(super) fn plus(&self, sizes: &Sizes, other: &Self, factor: i64) -> Result<Self, DimError> {
        sizes.count_work(self.0.len() + other.0.len());
        let mut sum = self.clone();
        for (monomial, coefficient) in &other.0 {
            let coefficient = coefficient.checked_mul(factor).ok_or(DimError::TooLarge)?;
            sum.add(monomial.clone(), coefficient)?;
        }
        Ok(sum)
    }

    pub(super) fn times(&self, sizes: &Sizes, other: &Self) -> Result<Self, DimError> {
        let products =
            self.0.len().checked_mul(other.0.len()).filter(|count| *count <= PRODUCT_LIMIT);
        sizes.count_work(products.ok_or(DimError::TooLarge)?);
        let mut product = Self::default();
        for (a, x) in &self.0 {
            for (b, y) in &other.0 {
                let coefficient = x.checked_mul(*y).ok_or(DimError::TooLarge)?;
                product.add(multiply(a, b)?, coefficient)?;
            }
        }
        Ok(product)
    }

    /// Splits every coefficient into a multiple of the divisor and a rest: the multiples leave the division,
    /// the rest stays in it, and a division of a division is one division.
    fn div_floor(&self, sizes: &Sizes, divisor: i64) -> Result<Self, DimError> {
        if divisor == 1 {
            return Ok(self.clone());
        }
        sizes.count_work(self.0.len());
        let mut whole = Self::default();
        let mut rest = Self::default();
        for (monomial, coefficient) in &self.0 {
            let quotient = coefficient.checked_div_euclid(divisor).ok_or(DimError::TooLarge)?;
            whole.add(monomial.clone(), quotient)?;
            rest.add(monomial.clone(), coefficient.rem_euclid(divisor))?;
        }
        let (rest, divisor) = rest.reduced(divisor);
        let constant = rest.constant_term();
        let mut others = rest.0.iter().filter(|(monomial, _)| !monomial.is_empty());
        let (first, more) = (others.next(), others.next().is_some());
        match first {
            None => Ok(whole),
            Some((monomial, 1))
                if !more && let [(Atom::Floor(inner, by), 1)] = monomial.as_slice() =>
            {
                // floor((floor(x / a) + c) / b) = floor((x + c * a) / (a * b))
                let shift = constant.checked_mul(*by).ok_or(DimError::TooLarge)?;
                let divisor = by.checked_mul(divisor).ok_or(DimError::TooLarge)?;
                let inner = inner.terms().plus(sizes, &Self::constant(shift), 1)?;
                whole.plus(sizes, &inner.div_floor(sizes, divisor)?, 1)
            }
            Some(_) => {
                let inner = sizes.bounded(rest)?.interned;
                whole.plus(sizes, &Self::of_atom(Atom::Floor(inner, divisor)), 1)
            }
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
        let (by, n) = divisor.single()?;
        let mut quotient = Self::default();
        for (monomial, coefficient) in &self.0 {
            if coefficient.checked_rem(n)? != 0 {
                return None;
            }
            quotient.add(divide(monomial, by)?, coefficient.checked_div(n)?).ok()?;
        }
        Some(quotient)
    }

    pub(super) fn collect_symbols(&self, symbols: &mut BTreeSet<Symbol>) {
        for (atom, _) in self.0.keys().flatten() {
            match atom {
                Atom::Symbol(symbol) => {
                    symbols.insert(symbol.clone());
                }
                Atom::Floor(inner, _) => inner.terms().collect_symbols(symbols),
            }
        }
    }

    /// A common multiple of all divisors on any way into the divisions.
    fn period(&self) -> Option<i64> {
        let mut period = 1_i64;
        for (atom, _) in self.0.keys().flatten() {
            if let Atom::Floor(inner, divisor) = atom {
                let inner = inner.terms().period()?.checked_mul(*divisor)?;
                period = (period / gcd(period, inner)).checked_mul(inner)?;
            }
        }
        Some(period)
    }

    /// True if it is 0 for all values of the symbols.
    ///
    /// Without divisions the normal form tells. With divisions, every symbol is written `period * k + rest`:
    /// for each of the rests the divisions come out even, and what is left is a polynomial in the `k`.
    fn is_zero(&self, sizes: &Sizes) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let mut symbols = BTreeSet::new();
        self.collect_symbols(&mut symbols);
        let Some(period) = self.period().filter(|period| *period > 1) else { return false };
        let count = u32::try_from(symbols.len()).ok().and_then(|count| period.checked_pow(count));
        let Some(count) = count.filter(|count| *count <= RESIDUES) else { return false };
        let start = sizes.work();
        (0..count).all(|mut number| {
            if sizes.work() - start > DECISION_LIMIT {
                return false;
            }
            let mut rests = BTreeMap::new();
            for symbol in &symbols {
                rests.insert(symbol, number % period);
                number /= period;
            }
            matches!(self.at_rests(sizes, period, &rests), Some(terms) if terms.0.is_empty())
        })
    }

    fn at_rests(&self, sizes: &Sizes, period: i64, rests: &BTreeMap<&Symbol, i64>) -> Option<Self> {
        let mut sum = Self::default();
        for (monomial, coefficient) in &self.0 {
            let mut term = Self::constant(*coefficient);
            for (atom, power) in monomial {
                let factor = match atom {
                    Atom::Symbol(symbol) => {
                        let mut factor = Self::constant(*rests.get(symbol)?);
                        factor.add(Vec::from([(atom.clone(), 1)]), period).ok()?;
                        factor
                    }
                    Atom::Floor(inner, divisor) => {
                        let inner = inner.terms().at_rests(sizes, period, rests)?;
                        inner.div_floor(sizes, *divisor).ok()?
                    }
                };
                for _ in 0..*power {
                    term = term.times(sizes, &factor).ok()?;
                }
            }
            sum = sum.plus(sizes, &term, 1).ok()?;
        }
        Some(sum)
    }

    pub(super) fn evaluate(&self, value: &dyn Fn(&Symbol) -> Option<i64>) -> Option<i64> {
        let mut sum = 0_i64;
        for (monomial, coefficient) in &self.0 {
            let mut term = *coefficient;
            for (atom, power) in monomial {
                let factor = match atom {
                    Atom::Symbol(symbol) => value(symbol)?,
                    Atom::Floor(inner, divisor) => {
                        inner.terms().evaluate(value)?.checked_div_euclid(*divisor)?
                    }
                };
                term = term.checked_mul(factor.checked_pow(*power)?)?;
            }
            sum = sum.checked_add(term)?;
        }
        Some(sum)
    }

    /// The terms, high powers first, and the constant last.
    fn text(&self, notation: Notation) -> String {
        let degree =
            |monomial: &Monomial| monomial.iter().map(|(_, power)| u64::from(*power)).sum::<u64>();
        let mut terms: Vec<(&Monomial, &i64)> = self.0.iter().collect();
        // A term with a minus is not the first where there is one without.
        terms.sort_by_key(|(monomial, n)| {
            (monomial.is_empty(), Reverse(degree(monomial)), **n < 0, *monomial)
        });
        if let Some(first) = terms.iter().position(|(_, n)| **n > 0) {
            terms[..=first].rotate_right(1);
        }
        let mut text = String::new();
        for (index, (monomial, coefficient)) in terms.into_iter().enumerate() {
            let term = term(monomial, coefficient.unsigned_abs(), notation);
            match (index, *coefficient < 0) {
                (0, false) => text = term,
                (0, true) => {
                    text.push('-');
                    text.push_str(&term);
                }
                (_, false) => notation.operation(&mut text, '+', &term),
                (_, true) => notation.operation(&mut text, '-', &term),
            }
        }
        text
    }

    /// The largest absolute value of any part of it, where symbols have 32 bits; `None` beyond 128 bits.
    fn largest(&self) -> Option<u128> {
        let mut sum = 0_u128;
        for (monomial, coefficient) in &self.0 {
            let mut term = u128::from(coefficient.unsigned_abs());
            for (atom, power) in monomial {
                let factor = match atom {
                    Atom::Symbol(_) => u128::from(u32::MAX),
                    Atom::Floor(inner, _) => inner.terms().largest()?,
                };
                term = term.checked_mul(factor.checked_pow(*power)?)?;
            }
            sum = sum.checked_add(term)?;
        }
        Some(sum)
    }

    /// Its division as the language writes it.
    fn division(&self, divisor: i64) -> String {
        let inner = self.text(Notation::Language);
        if inner.contains([' ', '*']) {
            std::format!("({inner})/{divisor}")
        } else {
            std::format!("{inner}/{divisor}")
        }
    }
}

/// One term without its sign.
fn term(monomial: &Monomial, coefficient: u64, notation: Notation) -> String {
    let mut text = String::new();
    if coefficient != 1 || monomial.is_empty() {
        let _ = match notation {
            Notation::Checked => write!(text, "{coefficient}_i128"),
            Notation::Language | Notation::Rust => write!(text, "{coefficient}"),
        };
    }
    for (atom, power) in monomial {
        let factor = match (atom, notation) {
            (Atom::Symbol(symbol), _) => String::from(&*symbol.value),
            (Atom::Floor(inner, divisor), Notation::Language) => {
                std::format!("({})", inner.terms().division(*divisor))
            }
            (Atom::Floor(inner, divisor), Notation::Rust | Notation::Checked) => {
                std::format!("({}).div_euclid({divisor})", inner.terms().text(notation))
            }
        };
        for _ in 0..*power {
            match text.is_empty() {
                true => text.push_str(&factor),
                false => notation.operation(&mut text, '*', &factor),
            }
        }
    }
    text
}

fn multiply(a: &[(Atom, u32)], b: &[(Atom, u32)]) -> Result<Monomial, DimError> {
    let (mut a, mut b) = (a, b);
    let mut product = Monomial::with_capacity(a.len() + b.len());
    while let ([(x, power), rest_of_a @ ..], [(y, other), rest_of_b @ ..]) = (a, b) {
        let order = x.cmp(y);
        product.push(match order {
            Ordering::Less => (x.clone(), *power),
            Ordering::Greater => (y.clone(), *other),
            Ordering::Equal => (x.clone(), power.checked_add(*other).ok_or(DimError::TooLarge)?),
        });
        a = if order.is_le() { rest_of_a } else { a };
        b = if order.is_ge() { rest_of_b } else { b };
    }
    product.extend_from_slice(a);
    product.extend_from_slice(b);
    Ok(product)
}

fn divide(a: &[(Atom, u32)], b: &[(Atom, u32)]) -> Option<Monomial> {
    let mut by = b.iter().peekable();
    let mut quotient = Monomial::new();
    for (atom, power) in a {
        let rest = match by.next_if(|(other, _)| other == atom) {
            Some((_, other)) => power.checked_sub(*other)?,
            None => *power,
        };
        if rest > 0 {
            quotient.push((atom.clone(), rest));
        }
    }
    by.next().is_none().then_some(quotient)
}

/// The greatest common divisor of numbers that are not negative.
pub(super) fn gcd(a: i64, b: i64) -> i64 {
    debug_assert!(a >= 0 && b >= 0, "a divisor of {a} and {b}");
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    fn n(number: i64) -> Quantity {
        Quantity::Number(number)
    }

    fn text(outcome: Quantity) -> String {
        match outcome {
            Quantity::Number(n) => n.to_string(),
            Quantity::Polynomial(size) => size.to_string(),
        }
    }

    /// Three halvings and doublings, as a U-Net does.
    fn down_and_up(size: Quantity, depth: u32) -> Quantity {
        let mut size = size;
        for _ in 0..depth {
            size = size.div_floor(2).unwrap();
        }
        for _ in 0..depth {
            size = size.times(&n(2)).unwrap();
        }
        size
    }

    #[test]
    fn sixteen_times_survives_four_halvings() {
        let sizes = Sizes::default();
        let h = Quantity::Polynomial(sizes.symbol("h"));
        let sixteen = h.times(&n(16)).unwrap();
        assert_eq!(down_and_up(sixteen.clone(), 4), sixteen);
        assert!(!down_and_up(h.clone(), 1).equals(&h));
        assert_eq!(text(down_and_up(h.clone(), 1)), "2*(h/2)");
        assert_eq!(text(down_and_up(h, 4)), "16*(h/16)");
    }

    #[test]
    fn divisions_have_one_form() {
        let sizes = Sizes::default();
        let h = Quantity::Polynomial(sizes.symbol("h"));
        // The output of stride 2 with `same`, three times: ceil of ceil of ceil.
        let mut size = h.clone();
        for _ in 0..3 {
            size = size.plus(&n(1)).unwrap().div_floor(2).unwrap();
        }
        assert_eq!(text(size), "(h + 7)/8");
        let six = h.times(&n(6)).unwrap().plus(&n(4)).unwrap().div_floor(4).unwrap();
        assert_eq!(text(six), "h + (h/2) + 1");
    }

    #[test]
    fn equality_is_for_every_value() {
        let sizes = Sizes::default();
        let h = Quantity::Polynomial(sizes.symbol("h"));
        // floor(h / 2) + ceil(h / 2) = h, though the forms differ.
        let floor = h.div_floor(2).unwrap();
        let ceil = h.plus(&n(1)).unwrap().div_floor(2).unwrap();
        assert!(floor.plus(&ceil).unwrap().equals(&h));
        assert!(!floor.equals(&ceil));
        assert!(h.plus(&n(1)).unwrap().differs(&h));
        assert!(!floor.differs(&h));
    }

    #[test]
    fn exact_division_and_products() {
        let sizes = Sizes::default();
        let h = Quantity::Polynomial(sizes.symbol("h"));
        let w = Quantity::Polynomial(sizes.symbol("w"));
        let area = h.times(&w).unwrap().times(&n(12)).unwrap();
        assert_eq!(text(area.clone()), "12*h*w");
        assert_eq!(text(area.div_exact(&n(4)).unwrap()), "3*h*w");
        assert_eq!(area.div_exact(&h).and_then(|x| x.div_exact(&n(12))), Some(w));
        assert!(area.div_exact(&n(5)).is_none());
    }

    #[test]
    fn symbols_of_two_evaluations_never_meet() {
        let (ours, theirs) = (Sizes::default(), Sizes::default());
        let [h, other] = [&ours, &theirs].map(|sizes| Quantity::Polynomial(sizes.symbol("h")));
        assert_ne!(h, other);
        assert_ne!(h, Quantity::Polynomial(ours.symbol("h")));
        assert!(!h.equals(&other) && !h.differs(&other));
        for mixed in [h.plus(&other), h.minus(&other), h.times(&other)] {
            assert_eq!(mixed, Err(DimError::Mixed));
        }
        assert_eq!(h.div_exact(&other), None);
        assert_eq!(h.minus(&h), Ok(n(0)));
    }

    #[test]
    fn an_evaluation_keeps_nothing_behind_it() {
        let sizes = Sizes::default();
        let kept = Rc::downgrade(&sizes.0);
        let h = Quantity::Polynomial(sizes.symbol("h"));
        let half = h.plus(&n(1)).and_then(|size| size.div_floor(2)).unwrap();
        drop((sizes, h));
        // A size keeps its evaluation alive, and nothing else does.
        assert_eq!(text(half.times(&half).unwrap()), "((h + 1)/2)*((h + 1)/2)");
        drop(half);
        assert!(kept.upgrade().is_none());
    }

    /// Divisions that cannot be written as one nest, and what walks them is recursive.
    #[test]
    fn divisions_nest_up_to_a_limit() {
        let sizes = Sizes::default();
        let [h, w] = ["h", "w"].map(|name| Quantity::Polynomial(sizes.symbol(name)));
        let mut size = h.clone();
        let mut depth = 0;
        while let Ok(deeper) = size.times(&w).and_then(|size| size.plus(&h)?.div_floor(3)) {
            size = deeper;
            depth += 1;
        }
        assert_eq!(depth, DEPTH_LIMIT);
        let Quantity::Polynomial(size) = size else { panic!("{size:?}") };
        assert!(size.to_string().len() > depth && size.expression().len() > depth);
        assert_eq!(size.evaluate(&|_| Some(1)), Some(0));
    }

    #[test]
    fn expressions_that_may_overflow_are_checked() {
        let sizes = Sizes::default();
        let h = Quantity::Polynomial(sizes.symbol("h"));
        let cube = h.times(&h).unwrap().times(&h).unwrap();
        let expression = |size: &Quantity| match size.minus(&h).unwrap() {
            Quantity::Polynomial(size) => size.expression(),
            Quantity::Number(n) => panic!("{n}"),
        };
        assert_eq!(expression(&cube.times(&n(8)).unwrap()), "8*h*h*h - h");
        let fourth = cube.times(&h).unwrap();
        let product = [".checked_mul(h)"; 3].join(".expect(\"size arithmetic overflows\")");
        let found = expression(&fourth).replace(".expect(\"size arithmetic overflows\")", "!");
        assert_eq!(found, "h.checked_mul(h)!.checked_mul(h)!.checked_mul(h)!.checked_sub(h)!");
        assert!(expression(&fourth).starts_with(&std::format!("h{product}")));
        let half = fourth.plus(&n(1)).unwrap().div_floor(2).unwrap();
        let found = expression(&half).replace(".expect(\"size arithmetic overflows\")", "!");
        assert_eq!(
            found,
            "(h.checked_mul(h)!.checked_mul(h)!.checked_mul(h)!.checked_add(1_i128)!).div_euclid(2).checked_sub(h)!"
        );
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
            let sizes = Sizes::default();
            let symbols = [sizes.symbol("a"), sizes.symbol("b")];
            let values = [(next(&mut state) % 40 + 1) as i64, (next(&mut state) % 40 + 1) as i64];
            let at = |name: &str| Some(if name == "a" { values[0] } else { values[1] });
            let mut pool: Vec<(Quantity, i64)> = symbols
                .iter()
                .zip(values)
                .map(|(size, value)| (Quantity::Polynomial(size.clone()), value))
                .collect();
            for _ in 0..12 {
                let pick = |state: &mut u64| (next(state) as usize) % pool.len();
                let ((x, p), (y, q)) =
                    (pool[pick(&mut state)].clone(), pool[pick(&mut state)].clone());
                let small = (next(&mut state) % 6 + 1) as i64;
                let new = match next(&mut state) % 5 {
                    0 => (x.plus(&y), p.checked_add(q)),
                    1 => (x.minus(&n(small)), p.checked_sub(small)),
                    2 if p.abs() < 5000 && q.abs() < 5000 => (x.times(&y), p.checked_mul(q)),
                    3 => (x.div_floor(small), Some(p.div_euclid(small))),
                    _ => (x.times(&n(small)), p.checked_mul(small)),
                };
                if let (Ok(outcome), Some(value)) = new {
                    let found = match outcome {
                        Quantity::Number(n) => Some(n),
                        Quantity::Polynomial(ref size) => size.evaluate(&at),
                    };
                    assert_eq!(found, Some(value), "round {round}: {}", text(outcome.clone()));
                    pool.push((outcome, value));
                }
            }
        }
    }
}

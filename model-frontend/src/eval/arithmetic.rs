//! Operators: numbers as in Rust, and tensors as layers.

use modelwright_core::diagnostic::{Diagnostic, Loc};
use modelwright_core::dim::{Dim, DimError};
use modelwright_core::layers::{self, operator};
use modelwright_core::polynomial::PART_LIMIT;
use modelwright_core::value::Value;

use super::scope::Scope;
use super::{Evaluator, constants};
use crate::syntax::tree::{BinaryOperator, Expr, Name, UnaryOperator};

impl<'a> Evaluator<'a, '_> {
    /// A binary operation; `&&` and `||` look at the right side only where it counts.
    pub(super) fn operation(
        &mut self,
        operator: BinaryOperator,
        loc: Loc,
        left: &'a Expr,
        right: &'a Expr,
        scope: &mut Scope,
    ) -> Value {
        let left_value = self.expression(left, scope);
        match (operator, &left_value) {
            (BinaryOperator::And, Value::Bool(false)) => return Value::Bool(false),
            (BinaryOperator::Or, Value::Bool(true)) => return Value::Bool(true),
            _ => {}
        }
        let right_value = self.expression(right, scope);
        let is_known = [&left_value, &right_value].iter().all(|value| value.poison().is_none());
        let value = self.binary(operator, loc, left_value, right_value);
        if let (Value::Poisoned(reported), true) = (&value, is_known) {
            scope.blame(left, *reported);
            scope.blame(right, *reported);
        }
        value
    }

    pub(super) fn binary(
        &mut self,
        operator: BinaryOperator,
        loc: Loc,
        left: Value,
        right: Value,
    ) -> Value {
        use BinaryOperator as Op;
        match (&left, &right) {
            (Value::Poisoned(_), _) => return left,
            (_, Value::Poisoned(_)) => return right,
            (Value::Tensor(_), _) | (_, Value::Tensor(_)) => {
                return self.tensor_operation(operator, loc, left, right);
            }
            _ => {}
        }
        match operator {
            Op::And | Op::Or => match (&left, &right) {
                (Value::Bool(a), Value::Bool(b)) => {
                    Value::Bool(if operator == Op::And { *a && *b } else { *a || *b })
                }
                _ => self.mismatch(operator, loc, &left, &right),
            },
            Op::Equal | Op::NotEqual => match self.copies(left.size().min(right.size()), loc) {
                Err(reported) => Value::Poisoned(reported),
                Ok(()) => match equal(&left, &right) {
                    Some(equal) => Value::Bool(equal == (operator == Op::Equal)),
                    None => match left.poison().or(right.poison()) {
                        Some(reported) => Value::Poisoned(reported),
                        None => self.mismatch(operator, loc, &left, &right),
                    },
                },
            },
            Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual => {
                let ordering = match (&left, &right) {
                    (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
                    (Value::Float(a), Value::Float(b)) => a.partial_cmp(b),
                    _ => return self.mismatch(operator, loc, &left, &right),
                };
                Value::Bool(ordering.is_some_and(|ordering| match operator {
                    Op::Less => ordering.is_lt(),
                    Op::LessEqual => ordering.is_le(),
                    Op::Greater => ordering.is_gt(),
                    _ => ordering.is_ge(),
                }))
            }
            Op::Add | Op::Subtract | Op::Multiply | Op::Divide | Op::Remainder => {
                self.numbers(operator, loc, left, right)
            }
        }
    }

    fn numbers(&mut self, operator: BinaryOperator, loc: Loc, left: Value, right: Value) -> Value {
        use BinaryOperator as Op;
        match (&left, &right) {
            (Value::Int(a), Value::Int(b)) => {
                if *b == 0 && matches!(operator, Op::Divide | Op::Remainder) {
                    return self.poison(loc, format!("division of `{a}` by zero"));
                }
                let result = match operator {
                    Op::Add => a.checked_add(*b),
                    Op::Subtract => a.checked_sub(*b),
                    Op::Multiply => a.checked_mul(*b),
                    Op::Divide => a.checked_div(*b),
                    _ => a.checked_rem(*b),
                };
                match result {
                    Some(result) => Value::Int(result),
                    None => self.poison(
                        loc,
                        format!("`{a} {} {b}` overflows a 64-bit integer", operator.symbol()),
                    ),
                }
            }
            (Value::Float(a), Value::Float(b)) => {
                let result = match operator {
                    Op::Add => a + b,
                    Op::Subtract => a - b,
                    Op::Multiply => a * b,
                    Op::Divide => a / b,
                    _ => a % b,
                };
                if result.is_finite() {
                    Value::Float(result)
                } else if *b == 0.0 {
                    self.poison(loc, format!("division of `{a:?}` by zero"))
                } else {
                    self.poison(
                        loc,
                        format!("`{a:?} {} {b:?}` overflows a 64-bit float", operator.symbol()),
                    )
                }
            }
            (Value::Size(_) | Value::Int(_), Value::Size(_) | Value::Int(_)) => {
                self.sizes(operator, loc, &left, &right)
            }
            _ => self.mismatch(operator, loc, &left, &right),
        }
    }

    /// Arithmetic with a size that is not a number gives a size that is not a number.
    fn sizes(&mut self, operator: BinaryOperator, loc: Loc, left: &Value, right: &Value) -> Value {
        let (Some(a), Some(b)) = (size(left), size(right)) else {
            return self.poison(loc, "arithmetic with an unknown size requires non-negative sizes");
        };
        let result: Result<Dim, DimError> = match (operator, b.known()) {
            (BinaryOperator::Add, _) => a.plus(&b),
            (BinaryOperator::Multiply, _) => a.times(&b),
            (BinaryOperator::Subtract, _) => a.minus(&b),
            (BinaryOperator::Divide | BinaryOperator::Remainder, Some(0)) => {
                return self.poison(loc, format!("division of `{a}` by zero"));
            }
            (BinaryOperator::Divide, Some(n)) => a.div_floor(n),
            (BinaryOperator::Remainder, Some(n)) => {
                a.div_floor(n).and_then(|whole| whole.times(n)).and_then(|whole| a.minus(whole))
            }
            (BinaryOperator::Divide, None) => Ok(a.div_exact(&b).unwrap_or(Dim::Unknown)),
            _ => Ok(Dim::Unknown),
        };
        match result {
            Ok(dim) => Value::from(dim),
            Err(DimError::TooLarge) => {
                let diagnostic = Diagnostic::new(loc, "size arithmetic overflows");
                let note = format!(
                    "a symbolic size has 64-bit coefficients and at most {PART_LIMIT} terms and factors"
                );
                Value::Poisoned(self.report(diagnostic.note(note)))
            }
            Err(DimError::Negative) => {
                self.poison(loc, format!("a size is at least 0, found `{a}` minus `{b}`"))
            }
            Err(error @ (DimError::DivisionByZero | DimError::Mixed | DimError::NoAxis)) => {
                self.poison(loc, error.to_string())
            }
        }
    }

    fn mismatch(
        &mut self,
        operator: BinaryOperator,
        loc: Loc,
        left: &Value,
        right: &Value,
    ) -> Value {
        let symbol = operator.symbol();
        let what = match (left, right) {
            (Value::Tensor(_), Value::Tensor(_)) => "two tensors".into(),
            _ => format!("{} and {}", left.kind(), right.kind()),
        };
        let diagnostic = Diagnostic::new(loc, format!("`{symbol}` does not take {what}"));
        let diagnostic = match (left, right) {
            (Value::Int(_), Value::Float(_)) | (Value::Float(_), Value::Int(_)) => diagnostic.help(
                "integers and floats cannot be mixed: convert one with `as f64` or `as usize`",
            ),
            (Value::Tensor(_), Value::Layer(layer))
                if matches!(operator, BinaryOperator::Subtract | BinaryOperator::Greater) =>
            {
                let name = layer.class_name();
                diagnostic.help(format!("use `->` to apply a layer: `x -> {name}(..)`"))
            }
            (Value::Tensor(_), _) | (_, Value::Tensor(_)) if !is_arithmetic(operator) => diagnostic
                .note("a tensor has only a shape while the macro expands, no values: `x.shape`"),
            (Value::List(_), Value::Tuple(_)) | (Value::Tuple(_), Value::List(_)) => {
                diagnostic.note("a list is written `[a, b]`, a tuple `(a, b)`")
            }
            (Value::Str(_), _) | (_, Value::Str(_)) if is_arithmetic(operator) => {
                diagnostic.note("strings interpolate names in braces: `\"block{i}\"`")
            }
            (Value::Size(_), _) | (_, Value::Size(_)) => diagnostic
                .note("unknown and symbolic sizes have no single value and cannot be compared"),
            (Value::Layer(layer), _) | (_, Value::Layer(layer)) => {
                let name = layer.class_name();
                diagnostic.help(format!(
                    "`->` has lower precedence than `{symbol}`: write `(x -> {name}(..)) {symbol} y`"
                ))
            }
            _ => diagnostic,
        };
        Value::Poisoned(self.report(diagnostic))
    }

    /// `+ - *` on tensors are the layers `Add`, `Subtract` and `Multiply`; with a number they are operations
    /// without weights.
    fn tensor_operation(
        &mut self,
        operator: BinaryOperator,
        loc: Loc,
        left: Value,
        right: Value,
    ) -> Value {
        use BinaryOperator as Op;
        if matches!((&left, &right), (Value::Tensor(_), Value::Tensor(_))) {
            let class = match operator {
                Op::Add => "Add",
                Op::Subtract => "Subtract",
                Op::Multiply => "Multiply",
                _ if !is_arithmetic(operator) => {
                    return self.mismatch(operator, loc, &left, &right);
                }
                _ => {
                    let message = format!("`{}` does not take two tensors", operator.symbol());
                    return Value::Poisoned(self.report(
                        Diagnostic::new(loc, message).note("tensors take `+`, `-` and `*`"),
                    ));
                }
            };
            let Some(class) = layers::find(class) else {
                return self.poison(loc, "unsupported operation");
            };
            return match self.class_layer(class, loc, Vec::new()) {
                Ok(layer) => self.apply_layer(&layer, &[left, right], loc, true),
                Err(reported) => Value::Poisoned(reported),
            };
        }
        if !is_arithmetic(operator) {
            return self.mismatch(operator, loc, &left, &right);
        }
        let (tensor, number, number_first) = match (&left, &right) {
            (Value::Tensor(_), Value::Int(_) | Value::Float(_)) => (left, right, false),
            (Value::Int(_) | Value::Float(_), Value::Tensor(_)) => (right, left, true),
            _ => return self.mismatch(operator, loc, &left, &right),
        };
        let class = match operator {
            Op::Add => &operator::ADD,
            Op::Subtract => &operator::SUBTRACT,
            Op::Multiply => &operator::MULTIPLY,
            Op::Divide if !number_first => &operator::DIVIDE,
            _ => {
                let message = format!(
                    "`{}` does not take {} and {}",
                    operator.symbol(),
                    if number_first { number.kind() } else { "a tensor" },
                    if number_first { "a tensor" } else { number.kind() },
                );
                return self.poison(loc, message);
            }
        };
        if operator == Op::Divide && matches!(number, Value::Int(0)) {
            return self.poison(loc, "division of a tensor by zero");
        }
        let mut given = vec![layers::Given { name: None, value: number, loc }];
        if number_first && operator == Op::Subtract {
            given.push(layers::Given { name: None, value: Value::Bool(true), loc });
        }
        match self.class_layer(class, loc, given) {
            Ok(layer) => self.apply_layer(&layer, &[tensor], loc, true),
            Err(reported) => Value::Poisoned(reported),
        }
    }

    pub(super) fn unary(&mut self, operator: UnaryOperator, loc: Loc, value: Value) -> Value {
        match (operator, value) {
            (_, value @ Value::Poisoned(_)) => value,
            (UnaryOperator::Not, Value::Bool(value)) => Value::Bool(!value),
            (UnaryOperator::Negate, Value::Float(value)) => Value::Float(-value),
            (UnaryOperator::Negate, Value::Int(value)) => match value.checked_neg() {
                Some(value) => Value::Int(value),
                None => self.poison(loc, format!("`-({value})` overflows a 64-bit integer")),
            },
            (UnaryOperator::Negate, tensor @ Value::Tensor(_)) => {
                match self.class_layer(&operator::NEGATIVE, loc, Vec::new()) {
                    Ok(layer) => self.apply_layer(&layer, &[tensor], loc, true),
                    Err(reported) => Value::Poisoned(reported),
                }
            }
            (UnaryOperator::Negate, value) => {
                self.poison(loc, format!("`-` does not take {}", value.kind()))
            }
            (UnaryOperator::Not, value) => {
                self.poison(loc, format!("`!` does not take {}", value.kind()))
            }
        }
    }

    /// `value as ty`
    pub(super) fn cast(&mut self, value: Value, ty: &Name, loc: Loc) -> Value {
        let integers = constants::integers_of(&ty.text);
        if integers.is_none() && !matches!(&*ty.text, "f64" | "f32") {
            let message = format!("`as` converts to a number type, found `{}`", ty.text);
            return self.poison(ty.loc, message);
        }
        let integer = match (value, integers) {
            (value @ (Value::Poisoned(_) | Value::Size(_)), _) => return value,
            #[allow(clippy::cast_precision_loss)]
            (Value::Int(n), None) => return Value::Float(n as f64),
            (value @ Value::Float(_), None) => return value,
            (Value::Bool(b), Some(_)) => i64::from(b),
            (Value::Int(n), Some(_)) => n,
            (Value::Float(x), Some(_)) => {
                #[allow(clippy::cast_possible_truncation)]
                let n = x.trunc() as i64;
                // A number beyond these becomes the last of them.
                #[allow(clippy::cast_precision_loss)]
                let is_exact = n as f64 == x.trunc() && n != i64::MAX;
                if !is_exact {
                    return self.poison(loc, format!("`{x:?}` does not fit `{}`", ty.text));
                }
                n
            }
            (value, _) => {
                let message = format!("`as {}` does not take {}", ty.text, value.kind());
                return self.poison(loc, message);
            }
        };
        match integers {
            Some((least, most)) if !(least..=most).contains(&integer) => {
                self.poison(loc, format!("`{integer}` does not fit `{}`", ty.text))
            }
            _ => Value::Int(integer),
        }
    }
}

fn is_arithmetic(operator: BinaryOperator) -> bool {
    use BinaryOperator as Op;
    matches!(operator, Op::Add | Op::Subtract | Op::Multiply | Op::Divide | Op::Remainder)
}

fn size(value: &Value) -> Option<Dim> {
    match value {
        Value::Size(dim) => Some(dim.clone()),
        Value::Int(n) => usize::try_from(*n).ok().map(Dim::Known),
        _ => None,
    }
}

/// True if two values are equal; `None` where they cannot be compared.
fn equal(left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::None, Value::None) => Some(true),
        // Anything may be asked for being `None`.
        (Value::None, _) | (_, Value::None) => Some(false),
        (Value::Bool(a), Value::Bool(b)) => Some(a == b),
        (Value::Int(a), Value::Int(b)) => Some(a == b),
        (Value::Size(_), Value::Int(_) | Value::Size(_)) | (Value::Int(_), Value::Size(_)) => {
            let (a, b) = (size(left)?, size(right)?);
            if a == Dim::Unknown || b == Dim::Unknown {
                return None;
            }
            // What is sometimes equal has no answer here.
            if a.is_compatible(&b) { Some(true) } else { a.differs(&b).then_some(false) }
        }
        #[allow(clippy::float_cmp)]
        (Value::Float(a), Value::Float(b)) => Some(a == b),
        (Value::Str(a), Value::Str(b)) | (Value::Word(a), Value::Word(b)) => Some(a == b),
        (Value::Tuple(a), Value::Tuple(b)) | (Value::List(a), Value::List(b)) => {
            if a.len() != b.len() {
                return Some(false);
            }
            a.iter().zip(b.iter()).try_fold(true, |all, (a, b)| Some(all && equal(a, b)?))
        }
        _ => None,
    }
}

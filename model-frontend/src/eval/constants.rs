//! Constants: their values, and what they are in Rust.

use std::fmt::Write as _;
use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Loc, Reported};
use modelwright_core::names::nearest;
use modelwright_core::value::Value;

use super::Evaluator;
use crate::syntax::tree::{Const, Type, TypeKind};

/// The type and the value of a constant, as Rust source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Typed {
    pub(crate) ty: String,
    pub(crate) value: String,
}

const INTEGERS: &[(&str, i64, i64)] = &[
    ("usize", 0, i64::MAX),
    ("u64", 0, i64::MAX),
    ("u32", 0, u32::MAX as i64),
    ("u16", 0, u16::MAX as i64),
    ("u8", 0, u8::MAX as i64),
    ("isize", i64::MIN, i64::MAX),
    ("i64", i64::MIN, i64::MAX),
    ("i32", i32::MIN as i64, i32::MAX as i64),
    ("i16", i16::MIN as i64, i16::MAX as i64),
    ("i8", i8::MIN as i64, i8::MAX as i64),
];
const FLOATS: &[&str] = &["f64", "f32"];

/// The smallest and the largest integer of a type that are integers of 64 bits with a sign, too.
pub(super) fn integers_of(ty: &str) -> Option<(i64, i64)> {
    INTEGERS.iter().find(|(name, ..)| *name == ty).map(|(_, min, max)| (*min, *max))
}

impl<'a> Evaluator<'a, '_> {
    /// The value of a constant, which is used at `loc`.
    pub(super) fn constant(&mut self, name: &str, loc: Loc) -> Option<Value> {
        let constant =
            self.session.file.consts.get(*self.session.source.names.consts.get(name)?)?;
        match self.session.consts.get(name) {
            Some(Some(value)) => return Some(value.clone()),
            Some(None) => {
                return Some(self.poison(loc, format!("constant `{name}` depends on itself")));
            }
            None => {}
        }
        let name: Rc<str> = name.into();
        self.session.consts.insert(Rc::clone(&name), None);
        let mistakes = self.session.mistakes.count;
        let value =
            self.apart(|evaluator| evaluator.expression(&constant.value, &mut evaluator.scope()));
        // A function with a mistake in it was called.
        let mistake = self.session.mistakes.last.filter(|_| self.session.mistakes.count > mistakes);
        let value = mistake.map_or(value, Value::Poisoned);
        self.session.consts.insert(name, Some(value.clone()));
        Some(value)
    }

    /// The type and value of a constant as Rust source.
    pub(super) fn typed_constant(&mut self, constant: &'a Const) -> Result<Typed, Reported> {
        let name = &constant.head.name;
        let value = self.constant(&name.text, name.loc);
        let ty = constant.ty.as_ref().map_err(|reported| *reported)?;
        match value {
            Some(Value::Poisoned(reported)) => Err(reported),
            Some(value) => {
                let typed = self.typed(ty, &value, constant.value.loc, &name.text);
                if let Err(reported) = typed {
                    // Whoever uses it is not to blame.
                    self.session
                        .consts
                        .insert(Rc::clone(&name.text), Some(Value::Poisoned(reported)));
                }
                typed
            }
            None => Err(self.error(name.loc, format!("cannot find constant `{}`", name.text))),
        }
    }

    fn typed(
        &mut self,
        ty: &'a Type,
        value: &Value,
        loc: Loc,
        name: &str,
    ) -> Result<Typed, Reported> {
        match (&ty.kind, value) {
            (_, Value::Poisoned(reported)) => Err(*reported),
            (TypeKind::Primitive(primitive), _) => {
                self.primitive(primitive, ty.loc, value, loc, name)
            }
            (TypeKind::Str, Value::Str(text)) => {
                Ok(Typed { ty: "&::core::primitive::str".into(), value: format!("{:?}", &**text) })
            }
            (TypeKind::Array(element, length), Value::List(items)) => {
                let count = self.expression(length, &mut self.scope());
                match count {
                    Value::Poisoned(reported) => return Err(reported),
                    Value::Int(n) if usize::try_from(n) == Ok(items.len()) => {}
                    count => {
                        let message = format!(
                            "`{name}` is declared with {count} items, found {}",
                            items.len()
                        );
                        return Err(self.error(length.loc, message));
                    }
                }
                let (ty, values) = self.elements(element, items, loc, name)?;
                Ok(Typed { ty: format!("[{ty}; {}]", items.len()), value: format!("[{values}]") })
            }
            (TypeKind::Slice(element), Value::List(items)) => {
                let (ty, values) = self.elements(element, items, loc, name)?;
                Ok(Typed { ty: format!("&[{ty}]"), value: format!("&[{values}]") })
            }
            (TypeKind::Tuple(types), Value::Tuple(items)) if types.len() == items.len() => {
                let mut typed = Typed { ty: "(".into(), value: "(".into() };
                for (index, (ty, item)) in types.iter().zip(items.iter()).enumerate() {
                    let item = self.typed(ty, item, loc, &format!("{name}.{index}"))?;
                    let _ = write!(typed.ty, "{},", item.ty);
                    let _ = write!(typed.value, "{},", item.value);
                }
                typed.ty.push(')');
                typed.value.push(')');
                Ok(typed)
            }
            (
                _,
                Value::Range(..)
                | Value::Word(_)
                | Value::Layer(_)
                | Value::None
                | Value::Object(_),
            ) => {
                let message =
                    format!("`{name}` is {}, which cannot be a Rust constant", value.kind());
                Err(self.error(loc, message))
            }
            _ => Err(self
                .error(loc, format!("`{name}` is declared `{}`, found {}", ty.kind, value.kind()))),
        }
    }

    fn elements(
        &mut self,
        element: &'a Type,
        items: &[Value],
        loc: Loc,
        name: &str,
    ) -> Result<(String, String), Reported> {
        let mut values = String::new();
        for (index, item) in items.iter().enumerate() {
            let item = self.typed(element, item, loc, &format!("{name}[{index}]"))?;
            let _ = write!(values, "{},", item.value);
        }
        Ok((self.declared(element)?, values))
    }

    /// A type as Rust source.
    fn declared(&mut self, ty: &'a Type) -> Result<String, Reported> {
        Ok(match &ty.kind {
            TypeKind::Primitive(primitive) if is_primitive(primitive) => {
                format!("::core::primitive::{primitive}")
            }
            TypeKind::Primitive(primitive) => return Err(self.no_type(primitive, ty.loc)),
            TypeKind::Str => "&::core::primitive::str".into(),
            TypeKind::Array(element, length) => {
                let length = match self.expression(length, &mut self.scope()) {
                    Value::Poisoned(reported) => return Err(reported),
                    Value::Int(count @ 0..) => count,
                    count => {
                        let message = format!("array length must be a size, found {count}");
                        return Err(self.error(length.loc, message));
                    }
                };
                format!("[{}; {length}]", self.declared(element)?)
            }
            TypeKind::Slice(element) => format!("&[{}]", self.declared(element)?),
            TypeKind::Tuple(types) => {
                let mut text = String::from("(");
                for ty in types {
                    let _ = write!(text, "{},", self.declared(ty)?);
                }
                text + ")"
            }
        })
    }

    /// Reports a type that no constant has.
    fn no_type(&mut self, primitive: &str, loc: Loc) -> Reported {
        let known = INTEGERS.iter().map(|(name, ..)| *name);
        let known = known.chain(FLOATS.iter().copied()).chain(["bool"]);
        let diagnostic =
            Diagnostic::new(loc, format!("a constant cannot be of type `{primitive}`"));
        self.report(match nearest(primitive, known) {
            _ if matches!(primitive, "int" | "integer" | "uint" | "size_t") => {
                diagnostic.help("write `usize`")
            }
            _ if matches!(primitive, "float" | "double") => diagnostic.help("write `f64`"),
            _ if matches!(primitive, "String" | "str" | "string") => {
                diagnostic.help("write `&str`")
            }
            Some(near) => diagnostic.help(format!("write `{near}`")),
            None => diagnostic.note(
                "constants are integers, floats, `bool`, `&str`, and arrays and tuples of these",
            ),
        })
    }

    fn primitive(
        &mut self,
        primitive: &str,
        ty_loc: Loc,
        value: &Value,
        loc: Loc,
        name: &str,
    ) -> Result<Typed, Reported> {
        let ty = format!("::core::primitive::{primitive}");
        let integer = INTEGERS.iter().find(|(integer, ..)| *integer == primitive);
        let text = match (value, integer) {
            (Value::Int(n), Some((_, min, max))) if (min..=max).contains(&n) => n.to_string(),
            (Value::Int(n), Some(_)) => {
                return Err(self.error(loc, format!("`{n}` does not fit `{primitive}`")));
            }
            (Value::Float(x), None) if FLOATS.contains(&primitive) => format!("{x:?}"),
            (Value::Bool(b), None) if primitive == "bool" => b.to_string(),
            _ if !is_primitive(primitive) => return Err(self.no_type(primitive, ty_loc)),
            _ => {
                let diagnostic = Diagnostic::new(
                    loc,
                    format!("`{name}` is declared `{primitive}`, found {}", value.kind()),
                );
                return Err(self.report(diagnostic));
            }
        };
        Ok(Typed { ty, value: text })
    }
}

fn is_primitive(name: &str) -> bool {
    INTEGERS.iter().any(|(integer, ..)| *integer == name)
        || FLOATS.contains(&name)
        || name == "bool"
}

/// Writes a type as the user did.
impl std::fmt::Display for TypeKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Primitive(name) => f.write_str(name),
            Self::Str => f.write_str("&str"),
            Self::Array(element, _) => write!(f, "[{}; _]", element.kind),
            Self::Slice(element) => write!(f, "&[{}]", element.kind),
            Self::Tuple(types) => {
                f.write_str("(")?;
                for (index, ty) in types.iter().enumerate() {
                    if index > 0 {
                        f.write_str(", ")?;
                    }
                    write!(f, "{}", ty.kind)?;
                }
                f.write_str(")")
            }
        }
    }
}

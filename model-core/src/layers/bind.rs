//! Binding: which argument is which parameter, and whether it is accepted.

use alloc::format;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;

use super::argument::{Argument, DataFormat, Key, Name, Text};
use super::class::{COMMON, Class, Default, Parameter};
use super::keys;
use super::kind::{self, Kind};
use super::signature::{Places, Slot};
use super::words::{ARGUMENT_SYNONYMS, LEFT_OUT};
use crate::diagnostic::{Diagnostic, Diagnostics, Loc, Reported};
use crate::names::nearest;
use crate::spec::DType;
use crate::value::Value;

/// One argument as written.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its name and where that stands; `None` for a positional argument.
    pub name: Option<(Rc<str>, Loc)>,
    /// Its value.
    pub value: Value,
    /// Where the value stands.
    pub loc: Loc,
}

impl Given {
    /// An argument that no source has: of this name, or positional with an empty one.
    #[must_use]
    pub fn unwritten(name: &str, value: Value) -> Self {
        let loc = Loc::default();
        Self { name: (!name.is_empty()).then(|| (name.into(), loc)), value, loc }
    }
}

/// The bound arguments of a layer: one value a parameter, every value of the parameter's kind.
#[derive(Clone, Debug)]
pub struct Args {
    class: &'static Class,
    values: Vec<(Value, Option<Loc>)>,
}

impl Args {
    /// The value of an argument; `None` where the class does not declare it as it is read.
    #[must_use]
    pub fn get<T: Argument>(&self, key: Key<T>) -> Option<T::Read<'_>> {
        self.slot(key.name()).and_then(|(value, _)| T::read(value))
    }

    /// The value of a parameter of the class.
    pub(super) fn of(&self, parameter: &Parameter) -> Option<&Value> {
        self.slot(parameter.name).map(|(value, _)| value)
    }

    /// `true` for channels on the first axis.
    #[must_use]
    pub fn channels_first(&self) -> bool {
        self.get(keys::DATA_FORMAT) == Some(DataFormat::ChannelsFirst)
    }

    /// Where an argument was given; `None` for a default.
    #[must_use]
    pub fn loc(&self, argument: impl Into<Name>) -> Option<Loc> {
        self.slot(argument.into().text()).and_then(|(_, loc)| *loc)
    }

    /// The same arguments with another value for one parameter; `None` where the parameter does not accept it.
    #[must_use]
    pub fn with(&self, argument: impl Into<Name>, value: &Value) -> Option<Self> {
        let name = argument.into().text();
        let index = self.class.parameters.iter().position(|parameter| parameter.name == name)?;
        let checked = accept(self.class.parameters.get(index)?, value).ok()?;
        let mut args = self.clone();
        args.values.get_mut(index)?.0 = checked;
        Some(args)
    }

    /// The same arguments with other values.
    pub(crate) fn map(&self, value: impl Fn(&Value) -> Value) -> Self {
        let values = self.values.iter().map(|(old, loc)| (value(old), *loc)).collect();
        Self { class: self.class, values }
    }

    /// The parameters with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Parameter, &Value)> {
        self.class.parameters.iter().zip(self.values.iter().map(|(value, _)| value))
    }

    fn slot(&self, name: &str) -> Option<&(Value, Option<Loc>)> {
        let index = self.class.parameters.iter().position(|parameter| parameter.name == name)?;
        self.values.get(index)
    }
}

/// A layer's arguments, and those every layer has.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The arguments of the class.
    pub args: Args,
    /// `name`, where given.
    pub name: Option<(Rc<str>, Loc)>,
    /// `trainable`.
    pub trainable: bool,
    /// `dtype`, where given.
    pub dtype: Option<DType>,
}

/// With more arguments than this none is looked at: no class has as many parameters.
pub const ARGUMENT_LIMIT: usize = 250;

/// Binds arguments to the parameters of a class.
///
/// `loc` is the layer's own place, `data_format` the model's. Every mistake is reported.
pub fn bind(
    class: &'static Class,
    loc: Loc,
    given: &[Given],
    data_format: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Bound, Reported> {
    if given.len() > ARGUMENT_LIMIT {
        let (class, count) = (class.name, given.len());
        let message = format!("`{class}` takes at most {ARGUMENT_LIMIT} arguments, found {count}");
        return Err(diagnostics.error(Diagnostic::new(loc, message)));
    }
    if let Some(diagnostic) = spread(class, given) {
        return Err(diagnostics.error(diagnostic));
    }
    let mut failed: Option<Reported> = None;
    let mut own: Vec<Option<(Value, Loc)>> = alloc::vec![None; class.parameters.len()];
    let mut common: Vec<Option<(Value, Loc)>> = alloc::vec![None; COMMON.len()];
    let mut places = Places::new(class);
    let mut misplaced = false;
    let mut unread = false;
    let by_name = |wanted: &str, except: &Given| {
        let mut named = given.iter().filter(|other| !core::ptr::eq(*other, except));
        named.any(|other| other.name.as_ref().is_some_and(|(name, _)| &**name == wanted))
    };
    for argument in given {
        if let (Value::Poisoned(reported), None) = (&argument.value, &argument.name) {
            // What cannot be read may have been meant for another place.
            let _ = places.next(None);
            failed = Some(*reported);
            unread = true;
            continue;
        }
        let slot =
            match (places.next(argument.name.as_ref().map(|(name, _)| &**name)), &argument.name) {
                (Ok(slot), _) => slot,
                (Err(_), Some((name, at))) => {
                    failed = Some(diagnostics.error(unknown_argument(class, name, *at, given)));
                    continue;
                }
                // What cannot be read may stand for none.
                (Err(_), None) if unread => continue,
                (Err(_), None) => {
                    // One argument too many is one mistake, however many follow it.
                    let position = places.position();
                    if position == class.positional + 1 {
                        failed =
                            Some(diagnostics.error(too_many(class, argument.loc, position, given)));
                    }
                    continue;
                }
            };
        let (parameter, target) = match slot {
            Slot::Own(index) => (class.parameters.get(index), own.get_mut(index)),
            Slot::Common(index) => (COMMON.get(index), common.get_mut(index)),
        };
        let (Some(parameter), Some(target)) = (parameter, target) else { continue };
        if target.is_some() && unread {
            // Places before it are not known.
            continue;
        }
        if target.is_some() {
            let at = argument.name.as_ref().map_or(argument.loc, |(_, loc)| *loc);
            let diagnostic = Diagnostic::new(
                at,
                format!("argument `{}` of `{}` is specified twice", parameter.name, class.name),
            );
            failed = Some(diagnostics.error(match behind_names(class, argument, given) {
                Some(fix) => diagnostic.help(fix),
                None => diagnostic,
            }));
            continue;
        }
        if let Value::Poisoned(reported) = argument.value {
            failed = Some(reported);
            *target = Some((argument.value.clone(), argument.loc));
            continue;
        }
        if matches!((parameter.default, &argument.value), (Default::DataFormat, Value::None)) {
            *target = Some((default(parameter, data_format), argument.loc));
            continue;
        }
        match accept(parameter, &argument.value) {
            Err(_) if misplaced && argument.name.is_none() => {}
            // That it is given twice says enough.
            Err(_) if by_name(parameter.name, argument) => {
                *target = Some((argument.value.clone(), argument.loc));
            }
            Ok(Value::None) if matches!(parameter.kind, Kind::DataFormat) => {
                *target = Some((default(parameter, data_format), argument.loc));
            }
            Ok(value) => *target = Some((value, argument.loc)),
            Err(fix) => {
                let mut diagnostic = refused(class, parameter, argument, fix.as_deref());
                if fix.is_none()
                    && let Some(other) = belongs_to(class, parameter, argument, given)
                {
                    diagnostic.help.push(other);
                    // Without it, the values behind it are for other places.
                    misplaced |= argument.name.is_none();
                }
                failed = Some(diagnostics.error(diagnostic));
                *target = Some((argument.value.clone(), argument.loc));
            }
        }
    }
    let mut values = Vec::with_capacity(own.len());
    let mut missing: Vec<&str> = Vec::new();
    for (parameter, value) in class.parameters.iter().zip(own) {
        match value {
            Some((value, loc)) => values.push((value, Some(loc))),
            None if matches!(parameter.default, Default::Required) => {
                missing.push(parameter.name);
                values.push((Value::None, None));
            }
            None => values.push((default(parameter, data_format), None)),
        }
    }
    if failed.is_none() && !missing.is_empty() {
        let names: Vec<_> = missing.iter().map(|name| format!("`{name}`")).collect();
        let plural = if names.len() == 1 { "" } else { "s" };
        failed = Some(
            diagnostics.error(
                Diagnostic::new(
                    loc,
                    format!(
                        "`{}` is missing its argument{plural} {}",
                        class.name,
                        names.join(" and ")
                    ),
                )
                .note(signature(class)),
            ),
        );
    }
    match failed {
        Some(reported) => Err(reported),
        None => Ok(collect(class, values, &common)),
    }
}

/// The signature of a class in one line, as in `Dense(units, activation = None, ..)`.
#[must_use]
pub fn signature(class: &Class) -> alloc::string::String {
    let mut text = format!("`{}(", class.name);
    let required = class
        .parameters
        .iter()
        .take_while(|parameter| matches!(parameter.default, Default::Required))
        .count();
    let shown = class.parameters.len().min(required + 3);
    for (index, parameter) in class.parameters.iter().take(shown).enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        text.push_str(parameter.name);
        match parameter.default {
            Default::Required => {}
            default => text.push_str(&format!(" = {default}")),
        }
    }
    if shown < class.parameters.len() {
        text.push_str(", ..");
    }
    text.push_str(")`");
    text
}

fn accept(parameter: &Parameter, value: &Value) -> Result<Value, Option<Rc<str>>> {
    if parameter.nullable && matches!(value, Value::None) {
        debug_assert!((parameter.is_readable)(value), "`None` of `{}`", parameter.name);
        return Ok(Value::None);
    }
    if parameter.nullable
        && let Value::Word(word) | Value::Str(word) = value
        && matches!(&**word, "none" | "None" | "null")
        && !matches!(parameter.kind, Kind::Name | Kind::Text)
    {
        return Err(Some("None".into()));
    }
    let accepted = parameter.kind.check(value).map_err(|refusal| refusal.fix)?;
    debug_assert!((parameter.is_readable)(&accepted), "`{}` of `{accepted}`", parameter.name);
    Ok(accepted)
}

fn default(parameter: &Parameter, data_format: &str) -> Value {
    let value = match parameter.default {
        Default::Required | Default::None => return Value::None,
        Default::Bool(value) => Value::Bool(value),
        Default::Int(value) => Value::Int(value),
        Default::Float(value) => Value::Float(value),
        Default::Word(word) => Value::Word(word.into()),
        Default::Text(text) => Value::Str(text.into()),
        Default::Ints(values) => Value::list(values.iter().map(|value| Value::Int(*value))),
        Default::DataFormat => Value::Word(data_format.into()),
        Default::Floats(values) => Value::list(values.iter().map(|value| Value::Float(*value))),
    };
    accept(parameter, &value).unwrap_or(value)
}

fn collect(
    class: &'static Class,
    values: Vec<(Value, Option<Loc>)>,
    common: &[Option<(Value, Loc)>],
) -> Bound {
    let mut bound =
        Bound { args: Args { class, values }, name: None, trainable: true, dtype: None };
    for (parameter, value) in COMMON.iter().zip(common) {
        let Some((value, loc)) = value else { continue };
        if keys::NAME.names(parameter) {
            bound.name = Text::read(value).map(|name| (name.into(), *loc));
        } else if keys::TRAINABLE.names(parameter) {
            bound.trainable = bool::read(value).unwrap_or(true);
        } else if keys::DTYPE.names(parameter) {
            bound.dtype = DType::read(value);
        }
    }
    bound
}

/// Diagnostic for an argument that a class does not have, given the other arguments.
#[must_use]
pub fn unknown_argument(class: &Class, name: &str, loc: Loc, given: &[Given]) -> Diagnostic {
    let diagnostic = Diagnostic::new(loc, format!("`{}` has no argument `{name}`", class.name));
    let free = |candidate: &&str| {
        !given.iter().any(|g| g.name.as_ref().is_some_and(|(n, _)| &**n == *candidate))
    };
    let candidates = || class.parameters.iter().chain(COMMON).map(|parameter| parameter.name);
    let meant = ARGUMENT_SYNONYMS
        .iter()
        .filter(|(foreign, _)| *foreign == name)
        .map(|(_, keras)| *keras)
        .find(|keras| candidates().any(|candidate| candidate == *keras))
        .or_else(|| nearest(name, candidates()))
        .filter(free);
    let left_out = LEFT_OUT.iter().find(|(foreign, _)| *foreign == name);
    match (meant, left_out) {
        (_, Some((_, reason))) => diagnostic.help(*reason),
        (Some(meant), None) => diagnostic.help(format!("a similar argument exists: `{meant}`")),
        (None, None) => diagnostic.note(signature(class)),
    }
}

fn too_many(class: &Class, loc: Loc, position: usize, given: &[Given]) -> Diagnostic {
    let found = given.iter().filter(|argument| argument.name.is_none()).count().max(position);
    let takes = match class.positional {
        0 => "no positional arguments".into(),
        1 => "at most 1 positional argument".into(),
        count => format!("at most {count} positional arguments"),
    };
    Diagnostic::new(loc, format!("`{}` takes {takes}, found {found}", class.name))
        .note(signature(class))
}

/// A value without a name behind those with one: what it is for, if that is the next place that is free.
fn behind_names(class: &Class, argument: &Given, given: &[Given]) -> Option<String> {
    if argument.name.is_some() {
        return None;
    }
    let is_named = |parameter: &&Parameter| {
        given.iter().any(|g| g.name.as_ref().is_some_and(|(name, _)| **name == *parameter.name))
    };
    let free = class.parameters.get(..class.positional)?.iter().find(|p| !is_named(p))?;
    accept(free, &argument.value).ok()?;
    Some(format!("write `{} = {}`", free.name, argument.value))
}

/// The items of a list written as arguments of their own: `Reshape(7, 7, 16)`.
fn spread(class: &Class, given: &[Given]) -> Option<Diagnostic> {
    let [parameter] = class.parameters.get(..class.positional)? else { return None };
    let (Kind::Listed(_) | Kind::Axes | Kind::Shape) = parameter.kind else { return None };
    let [first, _, ..] = given else { return None };
    let is_plain = |argument: &Given| {
        argument.name.is_none()
            && matches!(argument.value, Value::Int(_) | Value::None | Value::Size(_))
    };
    if !given.iter().all(is_plain) {
        return None;
    }
    let list = Value::list(given.iter().map(|argument| argument.value.clone()));
    accept(parameter, &list).ok()?;
    let message = format!(
        "`{}` of `{}` expects {}, found {} arguments",
        parameter.name,
        class.name,
        parameter.kind.expected(),
        given.len()
    );
    Some(Diagnostic::new(first.loc, message).help(format!("write `{}({list})`", class.name)))
}

fn refused(
    class: &Class,
    parameter: &Parameter,
    argument: &Given,
    fix: Option<&str>,
) -> Diagnostic {
    let name = parameter.name;
    let expected = parameter.kind.expected();
    let or_none = if parameter.nullable { " or `None`" } else { "" };
    let found = match &argument.value {
        value @ (Value::Tensor(_) | Value::None) => value.kind().into(),
        Value::Layer(layer) => format!("the layer `{}`", layer.class_name()),
        value @ Value::Size(dim) => match dim.known() {
            None if *dim != crate::dim::Dim::Unknown => format!("the symbolic size `{dim}`"),
            _ => value.kind().into(),
        },
        value => format!("`{value}`"),
    };
    let diagnostic = Diagnostic::new(
        argument.loc,
        format!("`{name}` of `{}` expects {expected}{or_none}, found {found}", class.name),
    );
    if matches!(parameter.kind, Kind::Activation) && kind::needs_numbers(&argument.value) {
        return Diagnostic::new(
            argument.loc,
            "activation `threshold` expects a threshold and a value, which a name cannot provide",
        )
        .help("a `ReLU(threshold = ..)` layer is 0 below its threshold");
    }
    match (fix, &argument.value) {
        (Some(fix), _) => diagnostic.help(format!("write `{name} = {fix}`")),
        (None, Value::Float(x)) if integral(*x) && takes_integers(parameter.kind) => {
            diagnostic.help(format!("write `{}`, or `as usize` for a computed value", *x as i64))
        }
        (None, Value::Word(_) | Value::Str(_) | Value::Object(_))
            if parameter.kind.words().len() > 4 =>
        {
            // Classes repeat what the words say.
            let words: Vec<&str> = parameter
                .kind
                .words()
                .iter()
                .filter(|word| !word.starts_with(char::is_uppercase))
                .copied()
                .collect();
            diagnostic.note(format!("the choices are {}", words.join(", ")))
        }
        (None, Value::Layer(layer)) if matches!(parameter.kind, Kind::Activation) => {
            let layer = layer.class_name();
            diagnostic.help(format!("write a layer with arguments after it: `-> {layer}(..)`"))
        }
        // Without names, it may be the order that is wrong.
        (None, _) if argument.name.is_none() && !is_first(class, parameter) => {
            diagnostic.note(signature(class))
        }
        _ => diagnostic,
    }
}

fn is_first(class: &Class, parameter: &Parameter) -> bool {
    class.parameters.first().is_some_and(|first| first.name == parameter.name)
}

/// The argument that a word in another one's place is meant for, if there is only one.
fn belongs_to(
    class: &Class,
    refused: &Parameter,
    argument: &Given,
    given: &[Given],
) -> Option<String> {
    let Value::Word(word) = &argument.value else {
        return before(refused, argument);
    };
    let mut takes = class.parameters.iter().filter(|other| {
        other.name != refused.name
            && !given.iter().any(|g| g.name.as_ref().is_some_and(|(name, _)| **name == *other.name))
            && other.kind.words().contains(&&**word)
    });
    let first = takes.next()?;
    // Without a name, the first place is the usual one: `activation` before `recurrent_activation`.
    Some(format!("write `{} = {word}`", first.name))
}

/// A layer before it, which does what a number is meant for.
fn before(refused: &Parameter, argument: &Given) -> Option<String> {
    match (&argument.value, refused.layer_for_numbers) {
        (Value::Int(1..), Some(layer)) if argument.name.is_some() => {
            Some(format!("`{layer}({})` before it pads by a number", argument.value))
        }
        _ => None,
    }
}

fn integral(x: f64) -> bool {
    x.abs() < 9e15 && (x as i64) as f64 == x
}

fn takes_integers(kind: Kind) -> bool {
    matches!(kind, Kind::Int { .. } | Kind::Sizes { .. } | Kind::Axis)
}

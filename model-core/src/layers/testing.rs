//! Test support of the families: a call of a layer with all its messages.

use alloc::rc::Rc;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Class, Given, Layer, LayerKind, bind, find, infer};
use crate::diagnostic::{Diagnostics, Loc};
use crate::dim::Dim;
use crate::shape::Shape;
use crate::spec::DType;
use crate::totals::Totals;
use crate::value::Value;

/// Result of a call: the output shapes, or the message with its notes and helps, one per line.
///
/// A size of 0 in `input` is one that is not known.
pub(super) fn call(class: &str, arguments: &[(&str, Value)], input: &[usize]) -> String {
    run(find(class).expect("a class"), arguments, &[input])
}

/// The same for a class that is not found by its name, or for several inputs.
pub(super) fn run(
    class: &'static Class,
    arguments: &[(&str, Value)],
    inputs: &[&[usize]],
) -> String {
    let given: Vec<Given> =
        arguments.iter().map(|(name, value)| Given::unwritten(name, value.clone())).collect();
    let mut diagnostics = Diagnostics::default();
    let Ok(bound) = bind(class, Loc::default(), &given, "channels_last", &mut diagnostics) else {
        let all = diagnostics.into_list();
        let lines = all.into_iter().map(|(one, _)| said(one.message, &one.notes, &one.help));
        return lines.collect::<Vec<_>>().join("\n");
    };
    let layer = Layer {
        id: 1,
        name: "layer".into(),
        loc: Loc::default(),
        kind: LayerKind::Class(class, bound.args),
        trainable: true,
        dtype: DType::default(),
    };
    let dim = |size: &usize| if *size == 0 { Dim::Unknown } else { Dim::Known(*size) };
    let inputs: Vec<Shape> = inputs.iter().map(|input| Shape::new(input.iter().map(dim))).collect();
    match infer(&layer, &inputs) {
        Ok(inferred) => {
            inferred.outputs.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        Err(mistake) => said(mistake.message.into(), &mistake.notes, &mistake.help),
    }
}

/// Parameters of a call that is accepted.
pub(super) fn params(class: &str, arguments: &[(&str, Value)], inputs: &[&[usize]]) -> usize {
    let layer = Layer {
        id: 1,
        name: "layer".into(),
        loc: Loc::default(),
        kind: applied(class, arguments),
        trainable: true,
        dtype: DType::default(),
    };
    let inputs: Vec<Shape> = inputs.iter().map(|input| Shape::new(input.iter().copied())).collect();
    let inferred = infer(&layer, &inputs).expect("a call that is accepted");
    usize::try_from(Totals::of(&inferred.weights).params()).expect("a count")
}

/// A tuple of integers.
pub(super) fn ints(values: &[i64]) -> Value {
    Value::Tuple(Rc::new(values.iter().copied().map(Value::Int).collect()))
}

/// A bare word.
pub(super) fn word(word: &str) -> Value {
    Value::Word(word.into())
}

fn said(message: String, notes: &[String], help: &[String]) -> String {
    let mut said = message;
    for (label, lines) in [("\nnote: ", notes), ("\nhelp: ", help)] {
        for line in lines {
            said.push_str(label);
            said.push_str(line);
        }
    }
    said
}

/// A class with arguments that fit it.
pub(crate) fn applied(class: &str, arguments: &[(&str, Value)]) -> LayerKind {
    let class = find(class).expect("a class");
    let given: Vec<Given> =
        arguments.iter().map(|(name, value)| Given::unwritten(name, value.clone())).collect();
    let mut diagnostics = Diagnostics::default();
    let bound = bind(class, Loc::default(), &given, "channels_last", &mut diagnostics);
    LayerKind::Class(class, bound.expect("arguments that fit").args)
}

/// A layer as an argument.
pub(super) fn layer(class: &str, arguments: &[(&str, Value)]) -> Value {
    Value::Layer(Rc::new(Layer {
        id: 2,
        name: crate::names::snake_case(class).into(),
        loc: Loc::default(),
        kind: applied(class, arguments),
        trainable: true,
        dtype: DType::default(),
    }))
}

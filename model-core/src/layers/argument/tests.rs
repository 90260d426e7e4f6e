//! What every kind accepts and every rule reads.

use super::*;
use crate::diagnostic::{Diagnostics, Loc};
use crate::layers::infer::{LayerKind, infer};
use crate::layers::lower::Found;
use crate::layers::testing::{ints, layer, word};
use crate::layers::{Args, COMMON, Call, Class, Given, bind, classes, operator};
use crate::plan::code::Scratch;
use crate::plan::operation::Operation;
use crate::shape::Shape;

fn all() -> impl Iterator<Item = &'static Class> {
    let operators = [
        &operator::MULTIPLY,
        &operator::DIVIDE,
        &operator::ADD,
        &operator::SUBTRACT,
        &operator::NEGATIVE,
        &operator::SLICE,
    ];
    classes().chain(operators)
}

/// Values of every kind, those that a parameter takes as words among them.
fn values(parameter: &Parameter) -> Vec<Value> {
    let cell = layer("LSTMCell", &[("units", Value::Int(3))]);
    let recurrent = layer("LSTM", &[("units", Value::Int(3))]);
    let dense = layer("Dense", &[("units", Value::Int(3))]);
    let mut values = [
        Value::None,
        Value::Bool(true),
        Value::Bool(false),
        Value::Int(-1),
        Value::Int(0),
        Value::Int(1),
        Value::Int(2),
        Value::Float(0.5),
        Value::Float(-3.0),
        Value::Str("ab,bc->ac".into()),
        Value::Str(alloc::rc::Rc::from("")),
        ints(&[]),
        ints(&[1]),
        ints(&[1, 2]),
        ints(&[2, 1, 1]),
        ints(&[-1, 0]),
        Value::list([ints(&[1, 2]), ints(&[0, 1])]),
        Value::list([Value::Float(0.5), Value::Int(2)]),
        Value::list([Value::None, Value::Int(3)]),
        Value::list([cell.clone(), cell.clone()]),
        Value::list([dense.clone()]),
        cell,
        recurrent,
        dense,
        word("float16"),
    ]
    .to_vec();
    values.extend(parameter.kind.words().iter().map(|text| word(text)));
    values
}

#[test]
fn every_value_that_an_argument_takes_can_be_read() {
    for class in all() {
        for parameter in class.parameters.iter().chain(COMMON) {
            for value in values(parameter) {
                let accepted = match parameter.kind.check(&value) {
                    Ok(accepted) => accepted,
                    Err(_) if parameter.nullable && matches!(value, Value::None) => value,
                    Err(_) => continue,
                };
                let (class, name) = (class.name, parameter.name);
                assert!((parameter.is_readable)(&accepted), "`{name} = {accepted}` of `{class}`");
            }
        }
    }
}

fn bound(class: &'static Class, given: &[(&'static str, Value)]) -> Option<Args> {
    let given: Vec<Given> =
        given.iter().map(|(name, value)| Given::unwritten(name, value.clone())).collect();
    let mut diagnostics = Diagnostics::default();
    bind(class, Loc::default(), &given, "channels_last", &mut diagnostics).ok().map(|it| it.args)
}

/// What a rule, a lowering or a sight reads and its class does not declare is an assertion that fails.
#[test]
fn every_rule_reads_what_its_class_declares() {
    let shapes: Vec<Shape> = [&[][..], &[8], &[5, 8], &[8, 8, 3], &[4, 8, 8, 3], &[2, 4, 8, 8, 3]]
        .iter()
        .map(|sizes| Shape::new(sizes.iter().copied()))
        .collect();
    let mut read = 0;
    for class in all() {
        let required: Vec<&Parameter> = class
            .parameters
            .iter()
            .filter(|it| matches!(it.default, crate::layers::Default::Required))
            .collect();
        // The first values that a required argument takes; one of them fits.
        let takes = |parameter: &Parameter| -> Vec<Value> {
            let fits = |value: &Value| parameter.kind.check(value).is_ok();
            values(parameter).into_iter().rev().filter(fits).take(4).collect()
        };
        for choice in 0..4 {
            let base: Vec<(&'static str, Value)> = required
                .iter()
                .filter_map(|it| {
                    let all = takes(it);
                    Some((it.name, all.get(choice).or(all.last())?.clone()))
                })
                .collect();
            for parameter in class.parameters {
                for value in values(parameter) {
                    let mut given = base.clone();
                    given.retain(|(name, _)| *name != parameter.name);
                    given.push((parameter.name, value));
                    let Some(args) = bound(class, &given) else { continue };
                    for shape in &shapes {
                        for count in 1..=2 {
                            let inputs = alloc::vec![shape.clone(); count];
                            read += usize::from(reads(class, &args, &inputs));
                        }
                    }
                }
            }
        }
    }
    assert!(read > 10_000, "{read} calls were accepted");
}

fn reads(class: &'static Class, args: &Args, inputs: &[Shape]) -> bool {
    let call = Call { class, args, inputs };
    let layer = AnyLayer {
        id: 1,
        name: "layer".into(),
        loc: Loc::default(),
        kind: LayerKind::Class(class, args.clone()),
        trainable: true,
        dtype: DType::default(),
    };
    let _ = (class.facets.sight)(&call);
    let inferred = match infer(&layer, inputs) {
        Ok(inferred) => inferred,
        Err(mistake) => {
            assert!(!mistake.message.contains("please report"), "{}", mistake.message);
            return false;
        }
    };
    let scratch = Scratch::default();
    let found = Found {
        outputs: &inferred.outputs,
        weights: &inferred.weights,
        bodies: &inferred.bodies,
        scratch: &scratch,
    };
    match (class.facets.lower)(&call, &found) {
        Ok(Operation::Opaque(_)) => panic!("`{}` has no operation", class.name),
        Ok(_) => {}
        Err(mistake) => {
            assert!(!mistake.message.contains("please report"), "{}", mistake.message);
        }
    }
    true
}

//! Layers around another layer.

mod lower;
#[cfg(test)]
mod tests;

use alloc::format;
use alloc::rc::Rc;
use alloc::vec::Vec;

use super::argument::{Choice, Key, MergeMode, Name};
use super::bind::Args;
use super::call::{Call, Inferred, Mistake, Weight};
use super::class::{Class, Default, Family, Parameter};
use super::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
use super::infer::{Layer, LayerKind, infer};
use super::keys;
use super::kind::Kind;
use super::lower::{FIXED, opaque};
use super::recurrent::recurrence;
use super::sight;
use crate::dim::DimError;
use crate::graph::Body;
use crate::shape::Shape;
use crate::value::Value;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[
    Class::new(
        "Bidirectional",
        Family::Wrapper,
        "runs a recurrent layer from both ends of a sequence, and merges what it gives",
        &[
            Parameter::required(
                keys::LAYER,
                Kind::Layer,
                "the recurrent layer; each direction gets a copy",
            ),
            Parameter::optional(
                keys::MERGE_MODE,
                Kind::Word(&["concat", "sum", "mul", "ave"]),
                Default::Word("concat"),
                "merge mode of both outputs; `None` returns both",
            )
            .nullable(),
            Parameter::optional(keys::WEIGHTS, Kind::Any, Default::None, "always `None`"),
            Parameter::optional(
                keys::BACKWARD_LAYER,
                Kind::Layer,
                Default::None,
                "the layer that runs from the end; a copy of `layer` when left out",
            ),
        ],
        bidirectional,
        Facets {
            flops: "those of both directions; for each element of the merged output 1 for `sum` and `mul`, 2 for `ave`",
            lower: lower::bidirectional,
            ..WRAPPER
        },
    ),
    Class::new(
        "TimeDistributed",
        Family::Wrapper,
        "runs a layer on each step of the first axis, with the same weights",
        &[Parameter::required(keys::LAYER, Kind::Layer, "the layer that runs on each step")],
        time_distributed,
        Facets {
            flops: "those of the layer, for each step",
            lower: lower::time_distributed,
            ..WRAPPER
        },
    ),
    Class::new(
        "SpectralNormalization",
        Family::Wrapper,
        "keeps the largest singular value of a layer's kernel at 1",
        &[
            Parameter::required(keys::LAYER, Kind::Layer, "the layer whose kernel is normalized"),
            Parameter::optional(
                keys::POWER_ITERATIONS,
                Kind::POSITIVE,
                Default::Int(1),
                "power iterations per training step",
            ),
        ],
        spectral_normalization,
        Facets { flops: "those of the layer", lower: lower::spectral_normalization, ..WRAPPER },
    ),
];

/// A layer around another one.
const WRAPPER: Facets = Facets {
    flops: "",
    arity: Arity::Fixed,
    axes: Axes::Moved,
    sight: sight::lost,
    in_place: false,
    weights: Owner::Inside,
    kernel: Kernel::Weight,
    recurrence: Recurrence::None,
    fixed: FIXED,
    lower: opaque,
};

/// Outputs of both directions: outputs `[.., a]` and `[.., b]` to `[.., a + b]` with
/// `merge_mode = concat`, to `[.., a]` with the other modes, where `a` is `b`, and to both with `None`; then the
/// states of the forward layer and those of the backward layer.
///
/// MACs: those of both directions. The weights are those of a copy of the layer under `forward_{name}`, then of another under
/// `backward_{name}`, or of `backward_layer` itself. Further inputs are initial states: the first half is the
/// forward layer's. Keras's symbolic shape doubles `a` whatever `b` is. Source: Keras `Bidirectional`; Schuster
/// and Paliwal, 1997.
fn bidirectional(call: &Call<'_>) -> Result<Inferred, Mistake> {
    if !matches!(call.get(keys::WEIGHTS)?, Value::None) {
        return Err(call.at(
            keys::WEIGHTS,
            "`weights` of `Bidirectional` is not supported: a model has no values, only shapes",
        ));
    }
    let layer = call.get(keys::LAYER)?;
    let arguments = recurrent_arguments(call, keys::LAYER.into(), layer)?;
    let given = call.get(keys::BACKWARD_LAYER)?;
    match given {
        Some(backward) => check_directions(call, arguments, backward)?,
        None if flag(arguments, keys::GO_BACKWARDS) => {
            return Err(call
                .at(
                    keys::LAYER,
                    "`layer` of `Bidirectional` runs forwards, found `go_backwards = true`",
                )
                .note("the copy that runs backwards is made by `Bidirectional`"));
        }
        None => {}
    }
    let (input, states) = match call.inputs.split_first() {
        Some((input, states)) => (input, states),
        None => (call.input()?, &[][..]),
    };
    let forward_states = states.len() / 2;
    if forward_states * 2 != states.len() {
        return Err(call.wrong_input(
            states.len(),
            format!(
                "`Bidirectional` expects initial states for both directions, found {}",
                states.len()
            ),
        ));
    }
    let (first, second) = states.split_at(forward_states);
    let run = |layer: &Rc<Layer>, states: &[Shape]| {
        let inputs = [core::slice::from_ref(input), states].concat();
        let inferred =
            infer(layer, &inputs).map_err(|mistake| mistake.note("inside `Bidirectional`"))?;
        let body = Body::single(layer, &inputs, &inferred)?;
        Ok::<_, Mistake>((inferred, body))
    };
    let (forward, forward_body) = run(layer, first)?;
    let (backward, backward_body) = run(given.unwrap_or(layer), second)?;
    let merged = match call.get(keys::MERGE_MODE)? {
        Some(MergeMode::Sum | MergeMode::Mul) => 1,
        Some(MergeMode::Ave) => 2,
        Some(MergeMode::Concat) | None => 0,
    };
    let mut inferred = merge(call, &forward.outputs, &backward.outputs)?
        .flops_of_output(merged)?
        .inner_operations(forward.operations, 1)?
        .inner_operations(backward.operations, 1)?;
    inferred.bodies = [forward_body, backward_body].to_vec();
    inferred = inferred.inner(&copy_name("forward_", &layer.name), copied(forward.weights))?;
    match given {
        Some(backward_layer) => inferred.inner(&backward_layer.name, backward.weights),
        None => inferred.inner(&copy_name("backward_", &layer.name), copied(backward.weights)),
    }
}

/// The arguments of the layer that an argument holds, which must be recurrent.
fn recurrent_arguments<'a>(
    call: &Call<'_>,
    argument: Name,
    layer: &'a Layer,
) -> Result<&'a Args, Mistake> {
    let recurrence = recurrence(layer);
    if let (LayerKind::Class(_, arguments), Recurrence::Layer(_)) = (&layer.kind, recurrence) {
        return Ok(arguments);
    }
    let found = layer.class_name();
    let mistake = call.at(
        argument,
        format!("`{argument}` of `Bidirectional` expects a recurrent layer, found `{found}`"),
    );
    Err(if recurrence == Recurrence::Cell {
        mistake.note(format!("`RNN({found})` is a recurrent layer"))
    } else {
        mistake.note("the recurrent layers are `LSTM`, `GRU`, `SimpleRNN`, `RNN` and `ConvLSTM*`")
    })
}

/// True if `backward_layer` is the counterpart of the layer: it runs in the other direction with the same outputs.
fn check_directions(call: &Call<'_>, forward: &Args, backward: &Layer) -> Result<(), Mistake> {
    let backward = recurrent_arguments(call, keys::BACKWARD_LAYER.into(), backward)?;
    if flag(forward, keys::GO_BACKWARDS) == flag(backward, keys::GO_BACKWARDS) {
        return Err(call.at(
            keys::BACKWARD_LAYER,
            format!(
                "`backward_layer` of `Bidirectional` expects `go_backwards = {}`, found `{}`",
                !flag(forward, keys::GO_BACKWARDS),
                flag(backward, keys::GO_BACKWARDS)
            ),
        ));
    }
    let differs = [keys::STATEFUL, keys::RETURN_SEQUENCES, keys::RETURN_STATE]
        .into_iter()
        .find(|key| flag(forward, *key) != flag(backward, *key));
    match differs {
        None => Ok(()),
        Some(key) => Err(call.at(
            keys::BACKWARD_LAYER,
            format!(
                "`backward_layer` of `Bidirectional` expects `{} = {}`, as in `layer`, found `{}`",
                key.name(),
                flag(forward, key),
                flag(backward, key)
            ),
        )),
    }
}

fn flag(arguments: &Args, key: Key<bool>) -> bool {
    arguments.get(key) == Some(true)
}

/// The outputs of both directions as one, then all states.
fn merge(call: &Call<'_>, forward: &[Shape], backward: &[Shape]) -> Result<Inferred, Mistake> {
    let (Some((first, states)), Some((second, more))) =
        (forward.split_first(), backward.split_first())
    else {
        return Ok(Inferred::default());
    };
    let mode = call.get(keys::MERGE_MODE)?;
    let mut outputs = match mode {
        None => [first.clone(), second.clone()].to_vec(),
        Some(MergeMode::Concat) if first.rank() == second.rank() => {
            let (Some(a), Some(b)) = (first.last(), second.last()) else {
                return Ok(Inferred::default());
            };
            let merged = first.with_last(a.plus(&b)?)?;
            if !first.with_last(b)?.is_compatible(second) {
                return Err(differ(call, mode, first, second));
            }
            [merged].to_vec()
        }
        _ if first.is_compatible(second) => [first.clone()].to_vec(),
        _ => return Err(differ(call, mode, first, second)),
    };
    outputs.extend(states.iter().chain(more).cloned());
    Ok(Inferred::many(outputs))
}

fn differ(call: &Call<'_>, mode: Option<MergeMode>, forward: &Shape, backward: &Shape) -> Mistake {
    call.at(
        keys::BACKWARD_LAYER,
        format!(
            "`merge_mode = {}` of `Bidirectional` does not fit its outputs `{forward}` and `{backward}`",
            mode.map_or("None", Choice::word)
        ),
    )
    .or_with(keys::MERGE_MODE, Value::Word("concat".into()))
}

/// Keras's name of a copy: the prefix stands there once.
fn copy_name(prefix: &str, name: &str) -> alloc::string::String {
    format!("{prefix}{}", name.strip_prefix(prefix).unwrap_or(name))
}

/// The weights of a copy of a layer: variables of their own.
fn copied(weights: Vec<Weight>) -> Vec<Weight> {
    weights.into_iter().map(|weight| Weight { key: None, ..weight }).collect()
}

/// `[t, step..]` to `[t, output..]`, where the layer gives `[output..]` on `[step..]`. The weights are the
/// layer's. MACs: `t` times the layer's.
///
/// Source: Keras `TimeDistributed`.
fn time_distributed(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let layer = call.get(keys::LAYER)?;
    let input = call.input_at_least(2, "[time, ..]")?;
    let step = Shape::new(input.iter().skip(1).cloned());
    let inferred = infer(layer, core::slice::from_ref(&step)).map_err(|mistake| {
        mistake.note(format!("inside `TimeDistributed`, on each step `{step}` of `{input}`"))
    })?;
    let [output] = inferred.outputs.as_slice() else {
        return Err(call.at(
            keys::LAYER,
            format!(
                "`layer` of `TimeDistributed` expects a layer with 1 output, found {} of `{}`",
                inferred.outputs.len(),
                layer.class_name()
            ),
        ));
    };
    let output = Shape::new(input.iter().take(1).chain(output.iter()).cloned());
    let steps = input.size(0)?;
    Inferred::one(output)
        .body(layer, core::slice::from_ref(&step), &inferred)?
        .inside(inferred.inside)
        .inner_operations(inferred.operations, steps)?
        .inner(&layer.name, inferred.weights)
}

/// Output of the layer, with `vector_u: [1, n]` besides its weights, where `n` is the last size of its `kernel` or
/// `embeddings`. Training does not change `vector_u`, the estimate of a singular vector.
///
/// MACs: the layer's; the estimate is refined in training only.
///
/// The kernel comes before `vector_u`, the layer's other weights after it. Source: Keras
/// `SpectralNormalization`; Miyato et al., 2018.
fn spectral_normalization(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let layer = call.get(keys::LAYER)?;
    let inferred = infer(layer, call.inputs)
        .map_err(|mistake| mistake.note("inside `SpectralNormalization`"))?;
    let body = Body::single(layer, call.inputs, &inferred)?;
    let mut weights = inferred.weights;
    let own = |name: &str| weights.iter().position(|weight| weight.path == name);
    let kernel = own("kernel").or_else(|| own("embeddings"));
    let Some(kernel) = kernel.filter(|index| *index < weights.len()) else {
        return Err(call.at(
            keys::LAYER,
            format!(
                "`layer` of `SpectralNormalization` expects a layer with a kernel or embeddings, found `{}`",
                layer.class_name()
            ),
        ));
    };
    let kernel = weights.remove(kernel);
    let columns = *kernel.shape.last().ok_or(DimError::NoAxis)?;
    let dtype = kernel.dtype;
    let mut output = Inferred::many(inferred.outputs)
        .inside(inferred.inside)
        .inner_operations(inferred.operations, 1)?
        .inner(&layer.name, [kernel].to_vec())?
        .frozen("vector_u", [1, columns]);
    if let Some(vector) = output.weights.last_mut() {
        vector.dtype = dtype;
    }
    output.bodies.push(body);
    output.inner(&layer.name, weights)
}

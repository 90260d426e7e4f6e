//! Bytes of plans that are damaged: an error or an end, and never a panic; and plans of every layer call that Keras accepts.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostics, Loc};
use modelwright_core::graph::Graph;
use modelwright_core::layers::{Given, Layer, LayerKind, bind, find};
use modelwright_core::memory::{self, Schedule};
use modelwright_core::plan::lowered::Lowered;
use modelwright_core::plan::write::{Arena, write};
use modelwright_core::plan::{Plan, PlanError};
use modelwright_core::shape::Shape;
use modelwright_core::spec::DType;
use modelwright_core::value::Value;
use modelwright_testing::plan::execute;
use modelwright_testing::times;

fn layer(id: u32, class: &str, arguments: &[(&str, Value)]) -> Rc<Layer> {
    let class = find(class).expect("a class");
    let given: Vec<Given> =
        arguments.iter().map(|(name, value)| Given::unwritten(name, value.clone())).collect();
    let mut diagnostics = Diagnostics::default();
    let bound = bind(class, Loc::default(), &given, "channels_last", &mut diagnostics);
    let kind = LayerKind::Class(class, bound.expect("arguments that fit").args);
    placed(id, kind)
}

fn placed(id: u32, kind: LayerKind) -> Rc<Layer> {
    let name = format!("layer_{id}").into();
    Rc::new(Layer { id, name, loc: Loc(id), kind, trainable: true, dtype: DType::Float32 })
}

/// A model with blocks, lists, texts and an arena.
fn bytes() -> Vec<u8> {
    let mut graph = Graph::new("model".into(), false);
    let input = graph.input(&placed(0, LayerKind::Input), Shape::new([6_usize, 8, 3]));
    let int = Value::Int;
    let convolution = layer(
        1,
        "Conv2D",
        &[
            ("filters", int(4)),
            ("kernel_size", int(3)),
            ("kernel_regularizer", Value::Word("l2".into())),
        ],
    );
    let dense = layer(2, "Dense", &[("units", int(5))]);
    let chain = placed(3, LayerKind::Sequential(vec![convolution, layer(4, "ReLU", &[])]));
    let wrapped = layer(5, "TimeDistributed", &[("layer", Value::Layer(dense))]);
    let recurrent = Value::Layer(layer(
        6,
        "LSTM",
        &[("units", int(3)), ("unit_forget_bias", Value::Bool(true))],
    ));
    let both = layer(7, "Bidirectional", &[("layer", recurrent)]);
    let mut tensor = input;
    for next in [chain, wrapped] {
        tensor = graph.call(&next, &[tensor]).expect("a call")[0];
    }
    let flat = layer(8, "Reshape", &[("target_shape", Value::list([int(4), int(-1)]))]);
    tensor = graph.call(&flat, &[tensor]).expect("a call")[0];
    tensor = graph.call(&both, &[tensor]).expect("a call")[0];
    graph.finish(vec![tensor, input]);
    let lowered = Lowered::of(&graph).expect("small sizes");
    let schedule = Schedule::of(&lowered).expect("small sizes").expect("known sizes");
    let plan = memory::plan(&schedule, 16).expect("small sizes").expect("known sizes");
    write("model", &lowered, Some(Arena { plan: &plan, alignment: 16 })).expect("a plan")
}

fn leaked(bytes: Vec<u8>) -> &'static [u8] {
    Box::leak(bytes.into_boxed_slice())
}

/// Reads whatever can be read.
fn read(plan: Plan) -> usize {
    let mut length = format!("{plan:?}{:?}{:?}", plan.alignment(), plan.arena_bytes()).len();
    for tensor in plan.tensors().chain(plan.outputs()).chain(plan.inputs().map(|(_, it)| it)) {
        length += format!("{tensor:?}{:?}", tensor.range()).len();
    }
    for step in plan.steps() {
        length += format!("{step:?}{}", step.name()).len();
        length += step.inputs().count() + step.outputs().count() + step.weights().count();
    }
    for variable in plan.variables() {
        length += format!("{variable:?}{:?}{}", variable.range(), variable.name()).len();
    }
    length
}

#[test]
fn damaged_bytes_are_an_error_or_an_end() {
    let original = bytes();
    execute("model", Plan::new(leaked(original.clone())).expect("a plan"));
    let mut random = fastrand::Rng::with_seed(2);
    let (mut refused, mut damaged, mut whole) = (0, 0, 0);
    for _ in 0..20_000 * times() {
        let mut bytes = original.clone();
        for _ in 0..1 + random.usize(..3) {
            let at = random.usize(..bytes.len());
            match random.usize(..6) {
                0 => bytes[at] = random.u8(..),
                1 => bytes[at] ^= 1 << random.usize(..8),
                2 => bytes.truncate(at.max(1)),
                3 => bytes.insert(at, random.u8(..)),
                4 => drop(bytes.remove(at)),
                _ => bytes[at] = [0, 1, 0x7f, 0x80, 0xff][random.usize(..5)],
            }
            if bytes.is_empty() {
                break;
            }
        }
        match Plan::new(leaked(bytes)) {
            Err(_) => refused += 1,
            Ok(plan) => {
                match plan.check() {
                    Err(error) => {
                        assert_eq!(error, PlanError::Damaged);
                        damaged += 1;
                    }
                    Ok(()) => whole += 1,
                }
                assert!(read(plan) > 0);
            }
        }
    }
    println!("{refused} refused, {damaged} damaged, {whole} with other numbers");
    assert!(refused > 500 && damaged > 1_000 && whole > 1_000);
}

#[test]
fn other_versions_are_refused() {
    let mut bytes = bytes();
    bytes[3] = 9;
    let error = Plan::new(leaked(bytes.clone())).expect_err("another version");
    assert_eq!(error, PlanError::Version { found: 9 });
    assert_eq!(error.to_string(), "the plan has version 9, and this reader reads 1");
    bytes[0] = 0;
    assert_eq!(Plan::new(leaked(bytes)), Err(PlanError::NotAPlan));
    assert_eq!(Plan::new(b""), Err(PlanError::NotAPlan));
    assert_eq!(Plan::new(b"mwp\x01"), Err(PlanError::Damaged));
    assert_eq!(
        Plan::new(b"mwp\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
        Err(PlanError::Damaged)
    );
}

/// The operation of a call of a class.
#[track_caller]
fn check(class: &str, arguments: &[(&str, Value)], inputs: &[Shape], expected: &str) {
    let mut graph = Graph::new("model".into(), false);
    let ids = 10..;
    let inputs: Vec<_> = inputs
        .iter()
        .zip(ids)
        .map(|(shape, id)| graph.input(&placed(id, LayerKind::Input), shape.clone()))
        .collect();
    let outputs = graph.call(&layer(1, class, arguments), &inputs).expect("a call");
    graph.finish(outputs);
    let lowered = Lowered::of(&graph).expect("small sizes");
    let plan = Plan::new(leaked(write("model", &lowered, None).expect("a plan"))).expect("a plan");
    let step = plan.step(modelwright_core::plan::StepId(1)).expect("a step");
    assert_eq!(format!("{:?}", step.operation), expected);
}

fn word(word: &str) -> Value {
    Value::Word(word.into())
}

fn ints(values: &[i64]) -> Value {
    Value::list(values.iter().copied().map(Value::Int))
}

#[test]
#[allow(clippy::too_many_lines)]
fn operations_have_numbers_for_arguments() {
    use modelwright_core::dim::Dim;
    let int = Value::Int;
    let image = [Shape::new([5_usize, 8, 3])];
    let sequence = [Shape::new([6_usize, 4])];
    check(
        "Conv2D",
        &[
            ("filters", int(4)),
            ("kernel_size", ints(&[3, 2])),
            ("strides", ints(&[2, 3])),
            ("padding", word("same")),
            ("activation", word("leaky_relu")),
            ("use_bias", Value::Bool(false)),
        ],
        &image,
        "Convolution(Convolution { channels: Last, window: Window { rank: 2, size: [3, 2, 1], strides: [2, 3, 1], \
         dilation: [1, 1, 1], padding: [Of((1, 1)), Of((0, 0)), Of((0, 0))] }, filters: 4, groups: 1, bias: false, \
         activation: Relu(Relu { negative_slope: 0.2, threshold: 0.0, max_value: None }), lora: None })",
    );
    check(
        "Conv1D",
        &[
            ("filters", int(4)),
            ("kernel_size", int(3)),
            ("dilation_rate", int(2)),
            ("padding", word("causal")),
            ("lora_rank", int(2)),
        ],
        &sequence,
        "Convolution(Convolution { channels: Last, window: Window { rank: 1, size: [3, 1, 1], strides: [1, 1, 1], \
         dilation: [2, 1, 1], padding: [Of((4, 0)), Of((0, 0)), Of((0, 0))] }, filters: 4, groups: 1, bias: true, \
         activation: Linear, lora: Some(Lora { rank: 2, alpha: 2.0 }) })",
    );
    check(
        "Conv2DTranspose",
        &[
            ("filters", int(4)),
            ("kernel_size", int(5)),
            ("strides", int(2)),
            ("padding", word("same")),
            ("output_padding", ints(&[1, 0])),
        ],
        &image,
        "TransposedConvolution(TransposedConvolution { channels: Last, window: Window { rank: 2, size: [5, 5, 1], \
         strides: [2, 2, 1], dilation: [1, 1, 1], padding: [Of((0, 0)), Of((0, 0)), Of((0, 0))] }, cut: [1, 2, 0], \
         filters: 4, bias: true, activation: Linear })",
    );
    // The padding of an axis of unknown size is computed when it is known.
    check(
        "MaxPooling1D",
        &[("padding", word("same")), ("pool_size", int(3))],
        &[Shape::new([Dim::Unknown, Dim::Known(4)])],
        "Pooling(Pooling { kind: Maximum, channels: Last, window: Window { rank: 1, size: [3, 1, 1], strides: [3, 1, 1], \
         dilation: [1, 1, 1], padding: [Same, Of((0, 0)), Of((0, 0))] } })",
    );
    check(
        "GroupNormalization",
        &[("groups", int(-1)), ("axis", int(-2))],
        &image,
        "GroupNormalization(GroupNormalization { axis: 1, groups: 8, epsilon: 0.001, gamma: true, beta: true })",
    );
    check(
        "LayerNormalization",
        &[
            ("axis", ints(&[3, 1])),
            ("rms_scaling", Value::Bool(true)),
            ("scale", Value::Bool(false)),
        ],
        &image,
        "LayerNormalization(LayerNormalization { axes: Axes(5), epsilon: 0.001, gamma: true, beta: false, \
         rms_scaling: true })",
    );
    check(
        "Dropout",
        &[("rate", Value::Float(0.5)), ("noise_shape", Value::list([Value::None, int(1), int(4)]))],
        &sequence,
        "Dropout(Dropout { kind: Zero, rate: 0.5, together: Axes(1), over_batch: false, seed: None })",
    );
    check(
        "SpatialDropout2D",
        &[("rate", Value::Float(0.5)), ("data_format", word("channels_first")), ("seed", int(7))],
        &image,
        "Dropout(Dropout { kind: Zero, rate: 0.5, together: Axes(6), over_batch: false, seed: Some(7) })",
    );
    check(
        "LeakyReLU",
        &[("alpha", Value::Float(0.1))],
        &sequence,
        "Activation(Relu(Relu { negative_slope: 0.1, threshold: 0.0, max_value: None }))",
    );
    check("Softmax", &[("axis", ints(&[1, 2]))], &sequence, "Activation(Softmax(Axes(Axes(3))))");
    check("Softmax", &[("axis", int(2))], &sequence, "Activation(Softmax(Last))");
    check("PReLU", &[("shared_axes", ints(&[1, 2]))], &image, "PRelu(PRelu { shared: Axes(3) })");
    check(
        "Flatten",
        &[("data_format", word("channels_first"))],
        &image,
        "Reshape(Reshape { channels_to_last: true })",
    );
    check(
        "Permute",
        &[("dims", ints(&[3, 1, 2]))],
        &image,
        "Transpose(Transpose { axes: [2, 0, 1] })",
    );
    check(
        "EinsumDense",
        &[
            ("equation", Value::Str("...x,xy->...y".into())),
            ("output_shape", int(7)),
            ("bias_axes", Value::Str("y".into())),
        ],
        &image,
        "EinsumDense(EinsumDense { equation: \"abcx,xy->abcy\", bias_axes: Some(\"y\"), activation: Linear, lora: None })",
    );
    check(
        "GRU",
        &[
            ("units", int(3)),
            ("reset_after", Value::Bool(false)),
            ("go_backwards", Value::Bool(true)),
        ],
        &sequence,
        "Recurrent(Recurrent { cell: Cell { kind: Gru, units: 3, bias: true, activation: Tanh, recurrent_activation: Sigmoid, \
         dropout: 0.0, recurrent_dropout: 0.0, seed: None }, sequence: Sequence { return_sequences: false, \
         return_state: false, backwards: true, stateful: false } })",
    );
    check(
        "MultiHeadAttention",
        &[
            ("num_heads", int(2)),
            ("key_dim", int(3)),
            ("use_causal_mask", Value::Bool(true)),
            ("dropout", Value::Float(0.1)),
        ],
        &[sequence[0].clone(), sequence[0].clone()],
        "MultiHeadAttention(MultiHeadAttention { heads: 2, key_dim: 3, value_dim: 3, bias: true, axes: [0], gate: false, \
         attending: Attending { causal: true, sliding_window: None, return_scores: false, dropout: 0.1, seed: None } })",
    );
    check(
        "Concatenate",
        &[("axis", int(-2))],
        &[sequence[0].clone(), sequence[0].clone()],
        "Concatenate(Concatenate { axis: 0 })",
    );
    check(
        "Dot",
        &[("axes", ints(&[2, 1]))],
        &[sequence[0].clone(), Shape::new([4_usize, 6])],
        "Dot(Dot { axes: (1, 0), normalize: false })",
    );
    check(
        "Rescaling",
        &[("scale", Value::Float(0.5)), ("offset", Value::list([int(1), int(2), int(3), int(4)]))],
        &sequence,
        "Rescaling(Rescaling { scale: [0.5], offset: [1.0, 2.0, 3.0, 4.0] })",
    );
}

/// Training facts come from the arguments of the layer that has the variable, inside a wrapper, too.
#[test]
fn variables_know_how_they_are_trained() {
    let plan = Plan::new(leaked(bytes())).expect("a plan");
    let kinds: Vec<String> = plan
        .variables()
        .map(|it| {
            let kind = it.kind;
            format!(
                "{} {:?} {} {:?}",
                it.name(),
                kind.initializer,
                kind.unit_forget,
                kind.regularizer
            )
        })
        .collect();
    let glorot = "VarianceScaling(VarianceScaling { scale: 1.0, fan: Average, distribution: Uniform, seed: None })";
    let orthogonal = "Orthogonal(Orthogonal { gain: 1.0, seed: None })";
    let lstm = [
        format!("kernel {glorot} false None"),
        format!("recurrent_kernel {orthogonal} false None"),
        "bias Constant(0.0) true None".into(),
    ];
    let mut expected = vec![
        format!("kernel {glorot} false Some(L1L2((0.0, 0.01)))"),
        "bias Constant(0.0) false None".into(),
        format!("kernel {glorot} false None"),
        "bias Constant(0.0) false None".into(),
    ];
    expected.extend(lstm.clone());
    expected.extend(lstm);
    assert_eq!(kinds, expected);
    let both = plan.steps().last().expect("a step");
    let modelwright_core::plan::operation::Operation::Bidirectional(both) = both.operation else {
        panic!("not lowered")
    };
    let backwards = |block: modelwright_core::plan::block::Block<'static>| {
        let call = block.calls.get(0).expect("a call");
        let modelwright_core::plan::operation::Operation::Recurrent(it) = call.operation else {
            panic!("not a recurrent layer")
        };
        it.sequence.backwards
    };
    assert_eq!((backwards(both.forward), backwards(both.backward)), (false, true));
}

#[test]
fn an_initializer_takes_its_own_arguments_only() {
    use modelwright_core::value::Object;
    let object = |name: &str, argument: &str| {
        let arguments = vec![(Some(argument.into()), Value::Float(0.5))];
        Value::Object(Rc::new(Object { name: name.into(), arguments }))
    };
    let mistake = |argument: &str, value: Value| {
        let mut graph = Graph::new("model".into(), false);
        let input = graph.input(&placed(0, LayerKind::Input), Shape::new([4_usize]));
        let dense = layer(1, "Dense", &[("units", Value::Int(2)), (argument, value)]);
        let outputs = graph.call(&dense, &[input]).expect("a call");
        graph.finish(outputs);
        let lowered = Lowered::of(&graph).expect("small sizes");
        let mistake = write("model", &lowered, None).expect_err("a mistake");
        assert!(mistake.loc.is_some());
        format!("{}; {}", mistake.message, mistake.notes.join("; "))
    };
    assert_eq!(
        mistake("kernel_initializer", object("RandomNormal", "std")),
        "`RandomNormal` has no argument `std`; its arguments are `mean`, `stddev`, `seed`"
    );
    assert_eq!(
        mistake("bias_regularizer", object("L2", "l1")),
        "`L2` has no argument `l1`; its arguments are `l2`"
    );
    assert_eq!(
        mistake("kernel_constraint", object("NonNeg", "axis")),
        "`NonNeg` has no argument `axis`; `NonNeg` takes no arguments"
    );
}

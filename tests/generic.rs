//! What code sees that is generic over models, and what it says of sizes that do not fit.

use modelwright::{Dim, Layer, Model, SizeError, model};

model! {
    /// Every size is known.
    #[name = "known"]
    model Known(image: [28, 28, 1]) -> [10] {
        image -> Conv2D(8, 3, activation = relu) -> Flatten -> Dense(10)
    }
    /// Two symbols, two outputs, and sizes that may become too small.
    model Sized(image: [2 * h, w, 3]) -> ([h, _, 4], [w - 6]) {
        let x = image -> Conv2D(4, 2, strides = 2);
        let y = image -> ZeroPadding2D(1) -> Conv2D(2, (1, 3), name = "narrow") -> Conv2D(2, (1, 7), name = "wide");
        (x, y -> Permute([2, 1, 3]) -> TimeDistributed(Flatten) -> Mean)
    }
    /// A size is unknown.
    model Unknown(image: [_, n, 3]) { image -> Conv2D(4, 3) }
    /// Names that parameters of generated functions have, too.
    model Names(x: [sizes, output, axis, checked, limit, error]) { x -> ReLU }
    /// A product of four symbols overflows what the compiler computes with.
    model Large(x: [a, b, c, d]) -> [a * b * c * d] { x -> Flatten }
    layer Mean(x: [n, ..]) -> [n] {}
    model Inner(x: [8]) { let y = x -> Dense(4); (y, x) -> Concatenate -> Dense(2, name = "last") }
    model Outer(x: [2, 8], z: [2]) {
        let y = x -> TimeDistributed(Dense(8), name = "each") -> Bidirectional(LSTM(4), name = "both");
        (y -> Inner(name = "encoder")) + z
    }
    #[sequential]
    model Chain(x: [4]) { x -> Dense(3) -> Dense(2) }
}

/// All that a model has, as text.
fn report<M: Model>(sizes: &[usize]) -> String {
    let shapes: Vec<Vec<Result<Option<usize>, SizeError>>> = M::OUTPUT_SHAPES
        .iter()
        .enumerate()
        .map(|(output, shape)| {
            (0..shape.len()).map(|axis| M::output_size(sizes, output, axis)).collect()
        })
        .collect();
    assert_eq!(M::SPEC.layers, M::LAYERS);
    assert!(M::summary().to_string().contains(M::NAME));
    assert_eq!(M::output_size(sizes, 9, 0).is_ok(), M::output_size(sizes, 0, 0).is_ok());
    format!(
        "{} {:?} {} {shapes:?} {:?} {:?} {:?}",
        M::NAME,
        M::SYMBOLS,
        M::PARAMS == M::TRAINABLE_PARAMS + M::NON_TRAINABLE_PARAMS,
        M::macs(sizes),
        M::flops(sizes).map(|flops| flops.is_some()),
        M::peak_activation_bytes(sizes),
    )
}

#[test]
fn generic_code_counts_any_model() {
    assert_eq!(
        report::<Known>(&[]),
        format!(
            "known [] true [[Ok(Some(10))]] Ok(Some({})) Ok(true) Ok(Some({}))",
            Known::MACS,
            Known::PEAK_ACTIVATION_BYTES
        )
    );
    let (macs, peak) = (Sized::macs(5, 9), Sized::peak_activation_bytes(5, 9));
    assert_eq!(
        report::<Sized>(&[5, 9]),
        format!(
            "Sized [\"h\", \"w\"] true [[Ok(Some(5)), Ok(Some(4)), Ok(Some(4))], [Ok(Some(3))]] \
             Ok(Some({macs})) Ok(true) Ok(Some({peak}))"
        )
    );
    assert_eq!(
        report::<Unknown>(&[5]),
        "Unknown [\"n\"] true [[Ok(None), Ok(Some(3)), Ok(Some(4))]] Ok(None) Ok(false) Ok(None)"
    );
    assert_eq!(<Names as Model>::output_size(&[1, 2, 3, 4, 5, 6], 0, 2), Ok(Some(3)));
    const PARAMS: usize = <Known as Model>::PARAMS;
    const SHAPE: &[Dim] = <Sized as Model>::INPUT_SHAPES[0];
    assert_eq!((PARAMS, SHAPE[0]), (Known::PARAMS, Dim::Symbolic("2*h")));
}

#[test]
fn sizes_that_do_not_fit_name_the_layer() {
    assert_eq!(Sized::try_output_shape(5, 9), Ok(([5, 4, 4], [3])));
    let error = Sized::try_output_shape(5, 6).unwrap_err();
    assert_eq!(
        (error.layer(), error.message()),
        (Some("wide"), "`wide` has no output for these sizes")
    );
    for result in [
        Sized::try_macs(5, 6).err(),
        Sized::try_flops(5, 6).err(),
        Sized::try_peak_activation_bytes(5, 6).err(),
        Sized::try_macs(1, 6).err(),
    ] {
        assert_eq!(result, Some(error));
    }
    let message = std::panic::catch_unwind(|| Sized::macs(5, 6)).unwrap_err();
    assert_eq!(message.downcast_ref::<String>().expect("a message"), error.message());
    assert_eq!(<Sized as Model>::macs(&[5, 6]), Err(error));
    let texts = [
        <Sized as Model>::macs(&[5]).unwrap_err(),
        <Known as Model>::flops(&[5]).unwrap_err(),
        Sized::try_macs(0, 9).unwrap_err(),
        Sized::try_macs(usize::MAX, 9).unwrap_err(),
    ]
    .map(|error| error.to_string());
    assert_eq!(
        texts,
        [
            "expected one size for each symbol of the model",
            "expected one size for each symbol of the model",
            "a symbolic size is at least 1",
            "a symbolic size has at most 32 bits",
        ]
    );
    const SHAPE: ([usize; 3], [usize; 1]) = match Sized::try_output_shape(5, 9) {
        Ok(shape) => shape,
        Err(_) => panic!(),
    };
    assert_eq!(SHAPE, Sized::output_shape(5, 9));
}

#[test]
fn large_sizes_do_not_overflow() {
    assert_eq!(Large::try_output_shape(2, 3, 5, 7), Ok([210]));
    for sizes in [[1 << 31; 4], [usize::MAX; 4], [u32::MAX as usize; 4]] {
        let [a, b, c, d] = sizes;
        assert!(Large::try_output_shape(a, b, c, d).is_err(), "{sizes:?}");
        assert!(<Large as Model>::peak_activation_bytes(&sizes).is_err(), "{sizes:?}");
    }
    let error = Large::try_output_shape(u32::MAX as usize, 1, 1, 1).unwrap_err();
    assert_eq!(error.message(), "arithmetic on symbolic sizes overflows");
}

#[test]
fn inputs_are_rows() {
    fn check(layers: &[Layer]) {
        for layer in layers {
            for input in layer.inputs {
                let row = input.row.expect("a row");
                assert_eq!(*input, *layers[row].name, "{}", layer.name);
            }
            check(layer.layers);
        }
    }
    check(Outer::LAYERS);
    check(Sized::LAYERS);
    assert_eq!(Outer::LAYERS.iter().flat_map(|layer| layer.layers).count(), Inner::LAYERS.len());
    let rows: Vec<Option<usize>> =
        Chain::LAYERS.iter().flat_map(|layer| layer.inputs).map(|input| input.row).collect();
    assert_eq!(rows.last(), Some(&Some(Chain::LAYERS.len() - 2)), "{rows:?}");
}

#[test]
fn variables_have_paths() {
    let paths: Vec<String> = Outer::LAYERS
        .iter()
        .flat_map(|layer| {
            layer.weights.iter().map(|weight| layer.variable_path(weight).to_string())
        })
        .collect();
    assert_eq!(
        paths,
        [
            "each/dense/kernel",
            "each/dense/bias",
            "both/forward_lstm/lstm_cell/kernel",
            "both/forward_lstm/lstm_cell/recurrent_kernel",
            "both/forward_lstm/lstm_cell/bias",
            "both/backward_lstm/lstm_cell/kernel",
            "both/backward_lstm/lstm_cell/recurrent_kernel",
            "both/backward_lstm/lstm_cell/bias",
            "encoder/dense/kernel",
            "encoder/dense/bias",
            "encoder/last/kernel",
            "encoder/last/bias",
        ]
    );
    let path = outer::ENCODER.variable_path(&outer::ENCODER.weights[0]);
    assert_eq!(path, "encoder/dense/kernel");
    assert_ne!(path, "encoder/dense");
    assert_eq!((path.layer, path.path), ("encoder", "dense/kernel"));
}

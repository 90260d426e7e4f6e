//! The expansion of `model!` compiles everywhere: under strict lints, without `std`, inside functions,
//! and whatever names are shadowed around it.

#![no_std]
#![deny(warnings, missing_docs, unreachable_pub, clippy::all, clippy::pedantic)]
#![forbid(unsafe_code)]

extern crate std;

use modelwright::{Layer, Model};

/// A public module: everything public in it needs documentation.
pub mod documented {
    modelwright::model! {
        /// Number of classes.
        pub const CLASSES: usize = 10;
        /// A list.
        pub const WIDTHS: [usize; 3] = [8, 16, 32];
        /// A tuple with everything in it.
        pub const MIXED: (usize, f64, bool, &str, [[i64; 2]; 1]) = (1, 0.5, true, "x", [[-1, 2]]);

        pub model Undocumented(image: [28, 28, 1]) -> [CLASSES] {
            let mut x = image;
            for width in WIDTHS {
                x = x -> Conv2D(width, 3, activation = relu, padding = same) -> MaxPooling2D(2);
            }
            x -> Flatten -> Dense(CLASSES, activation = softmax)
        }

        /// A model with documentation of its own.
        #[name = "two ways"]
        pub model TwoWays(left: [4], right: i32[_, 4]) -> ([4], [_, 4]) {
            (left -> Dense(4, name = "a b"), right -> Dense(4, name = "a-b"))
        }

        model Private(x: [4]) { x -> Undocumented2 }
        pub(crate) model Undocumented2(x: [4]) { x -> Dense(3, name = "type") }
    }
}

/// Shadows every name of the prelude, and more.
#[allow(dead_code, non_camel_case_types, missing_docs)]
pub mod shadowed {
    pub struct Option;
    pub struct Some;
    pub struct None;
    pub struct Result;
    pub struct Ok;
    pub struct Err;
    pub struct Box;
    pub struct String;
    pub struct Vec;
    pub struct usize;
    pub struct u64;
    pub struct bool;
    pub struct str;
    pub struct f32;
    pub trait Clone {}
    pub trait Copy {}
    pub trait Debug {}
    pub trait Default {}
    pub trait PartialEq {}
    pub trait Eq {}
    pub trait Hash {}
    pub trait Sized {}
    pub struct Layer;
    pub struct Weight;
    pub struct Input;
    pub struct Dim;
    pub struct Spec;
    pub trait Model {}
    pub struct Summary;
    pub mod core {}
    pub mod std {}
    pub mod alloc {}
    pub mod modelwright {}
    ::modelwright::model! {
        pub const N: usize = 4;
        pub const FLAG: bool = true;
        pub const NAME: &str = "name";
        pub model Shadowed(x: [_, N]) { x -> Dense(N) -> BatchNormalization }
    }
}

#[test]
fn inside_a_function() {
    modelwright::model! {
        const UNITS: usize = 3;
        model Local(x: [4]) -> [UNITS] { x -> Dense(UNITS) }
    }
    const PARAMS: usize = Local::PARAMS;
    assert_eq!(PARAMS, 15);
    assert_eq!(local::DENSE.params, 15);
    assert_eq!(UNITS, 3);
    {
        modelwright::model! { model Local(x: [8]) { x -> Dense(1) } }
        assert_eq!(Local::PARAMS, 9);
    }
}

#[test]
fn through_a_macro_by_example() {
    macro_rules! mlp {
        ($name:ident, $units:literal, $input:expr, $($layer:tt)*) => {
            modelwright::model! { model $name(x: [$input]) { x -> Dense($units) $($layer)* } }
        };
    }
    mlp!(Small, 3, 2 + 2, -> ReLU -> Dense(1));
    assert_eq!(Small::PARAMS, 15 + 4);
}

#[test]
fn items_have_the_promised_types() {
    use documented::{CLASSES, MIXED, TwoWays, Undocumented, WIDTHS, two_ways, undocumented};

    fn facts<M: Model>() -> usize {
        M::SPEC.params
    }
    const INPUT: [usize; 3] = Undocumented::INPUT_SHAPE;
    const OUTPUTS: ([usize; 1], [Option<usize>; 2]) = TwoWays::OUTPUT_SHAPE;
    const LAYERS: &[Layer] = Undocumented::LAYERS;
    static WEIGHTS: [f32; Undocumented::PARAMS] = [0.0; Undocumented::PARAMS];

    assert_eq!((CLASSES, WIDTHS, MIXED.3), (10, [8, 16, 32], "x"));
    assert_eq!(INPUT, [28, 28, 1]);
    assert_eq!(OUTPUTS, ([4], [None, Some(4)]));
    assert_eq!(Undocumented::NAME, "Undocumented");
    assert_eq!(TwoWays::NAME, "two ways");
    assert_eq!(LAYERS[1], *undocumented::CONV2D);
    assert_eq!(two_ways::A_B.name, "a b");
    assert_eq!(two_ways::A_B__2.name, "a-b");
    assert_eq!(WEIGHTS.len(), facts::<Undocumented>());
    assert_eq!(Undocumented::PARAM_BYTES, 4 * Undocumented::PARAMS);
    assert_eq!(
        Undocumented::PARAMS,
        Undocumented::TRAINABLE_PARAMS + Undocumented::NON_TRAINABLE_PARAMS
    );
    assert_eq!(Undocumented, Undocumented.clone());
    assert_eq!(std::format!("{TwoWays:?}"), "TwoWays");
    assert_eq!(shadowed::Shadowed::INPUT_SHAPE, [None, Some(4)]);
    assert_eq!(Undocumented::LAYERS[1].inputs[0], "image");
}

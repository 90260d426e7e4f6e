//! Models made through `macro_rules!`: each fragment specifier, at each place it may stand in.
//!
//! A fragment such as `$e:expr` is one operand: with `1 + 2` for `$e`, `$e * 2` is 6.

use modelwright::{Model, model};

fn names<M: Model>() -> Vec<&'static str> {
    M::SPEC.layers.iter().map(|layer| layer.name).collect()
}

#[test]
fn an_expression_is_one_operand_of_operators() {
    macro_rules! operands {
        ($sum:expr, $less:expr, $negative:expr, $range:expr, $list:expr, $float:expr) => {
            model! {
                const TIMES: usize = $sum * 2;
                const BEHIND: usize = 2 * $sum;
                const LESS: usize = 10 - $sum;
                const TWICE: usize = $sum * $sum;
                const REMAINDER: usize = 7 % $sum;
                const NOT: bool = !$less;
                const AND: bool = $less && false == false;
                const OR: bool = $less == true;
                const POWER: i64 = $negative.pow(2);
                const ABSOLUTE: i64 = $negative.abs();
                const MINUS: i64 = -$negative;
                const CAST: f64 = $sum as f64;
                const NEGATIVE_CAST: f64 = $negative as f64;
                const ROUNDED: f64 = $float.round();
                const ITEM: usize = $list[$sum - 2];
                const CONCATENATED: usize = ($list)[0] + $list.len();
                const REPEATED: [usize; $sum * 2] = [1; $sum * 2];
                const LENGTH: usize = $range.len();
                const UP_TO: usize = (0..$sum * 2).len();
                const BLOCK: usize = { let n = $sum; n * 3 };
                const CHOSEN: usize = if $less { $sum * 2 } else { 0 };
                const TEXT: &str = "{TIMES}";
            }
        };
    }
    operands!(1 + 2, 1 < 2, -1, 1..4, [5, 6, 7], 0.5 + 0.9);
    assert_eq!((TIMES, BEHIND, LESS, TWICE, REMAINDER), (6, 6, 7, 9, 1));
    assert_eq!((NOT, AND, OR), (false, true, true));
    assert_eq!((POWER, ABSOLUTE, MINUS), (1, 1, 1));
    assert_eq!((CAST, NEGATIVE_CAST, ROUNDED), (3.0, -1.0, 1.0));
    assert_eq!((ITEM, CONCATENATED, REPEATED.len(), LENGTH, UP_TO), (6, 8, 6, 3, 6));
    assert_eq!((BLOCK, CHOSEN, TEXT), (9, 6, "6"));
}

#[test]
fn an_expression_is_one_operand_in_shapes_arguments_and_statements() {
    macro_rules! net {
        ($e:expr, $condition:expr, $range:expr) => {
            model! {
                const SIZES: [usize; $e] = [$e; $e];
                fn widened(x: [$e * 2], n = $e * 2) -> [n] { x -> Dense(n) }
                #[align = $e - 1 + 62]
                #[budget(params <= $e * 1_000, macs <= $e * 1_000)]
                model Net(image: [$e * 2]) -> [$e * 4] {
                    let x: [$e * 2] = image;
                    let mut y = x -> Dense($e * 2, activation = relu, name = "first");
                    let mut n = $e;
                    n += $e * 2;
                    n *= $e;
                    for _ in $range { y = y -> Dense(units = $e * 2); }
                    for _ in 0..$e - 1 { y = y -> widened }
                    assert!($condition, "{n}");
                    assert!(n == 27 && y.shape[$e - 3] == 6);
                    if $condition { y = y -> Dense(n - $e * 7); } else if !$condition { y = x; }
                    let list = [$e * 2, $e];
                    let (a, b) = ($e * 2, $e);
                    assert!(list[0] == a && list[1] == b && a == 6);
                    y * $e -> widened(n = $e * 4)
                }
            }
        };
    }
    net!(1 + 2, 1 < 2 && true, 0..2);
    assert_eq!((Net::INPUT_SHAPE, Net::OUTPUT_SHAPE), ([6], [12]));
    assert_eq!(Net::PARAMS, 6 * (6 * 6 + 6) + 6 * 12 + 12);
}

#[test]
fn slices_take_fragments() {
    macro_rules! sliced {
        ($at:expr, $from:expr, $to:expr, $range:expr, $all:expr) => {
            model! {
                model Sliced(x: [8, 6]) {
                    let part = x[$from.., ..$to + 1];
                    (part, x[$range, $at - 1], x[$all, 0..$at * 2])
                }
            }
        };
    }
    sliced!(1 + 1, 1 + 2, 2 + 2, 1..4, ..);
    assert_eq!(Sliced::OUTPUT_SHAPE, ([5, 5], [3], [8, 4]));
}

#[test]
fn names_literals_and_tokens_are_what_they_are() {
    macro_rules! net {
        ($name:ident, $input:ident, $layer:ident, $argument:ident, $units:literal, $negative:literal,
         $text:literal, $flag:literal, $shape:tt, $dtype:ident, $word:tt) => {
            model! {
                const NEGATIVE: i64 = $negative - $negative * 2 + $negative.abs();
                #[name = $text]
                #[dtype = $dtype]
                model $name($input: $shape) {
                    let axis = $negative;
                    $input -> $layer($units, $argument = $word, use_bias = $flag, name = $text)
                        -> Softmax(axis = $negative) -> Softmax(axis = axis)
                }
            }
        };
    }
    net!(Net, image, Dense, activation, 3, -1, "dense {{3}}", false, [2, 4], float16, relu);
    assert_eq!(NEGATIVE, 2);
    assert_eq!((Net::NAME, Net::PARAMS, Net::PARAM_BYTES), ("dense {3}", 12, 24));
    assert_eq!(names::<Net>(), ["image", "dense {3}", "softmax", "softmax_1"]);
}

#[test]
fn paths_types_blocks_patterns_and_statements_stand_in_their_places() {
    macro_rules! net {
        ($visibility:vis, $empty:vis, $layer:path, $ty:ty, $list:ty, $text:ty, $block:block, $pattern:pat,
         $mutable:pat, $binding:stmt, $change:stmt, $loop:expr, $assertion:stmt, $meta:meta, $model:meta,
         $bare:meta) => {
            model! {
                $visibility const N: $ty = 3.0 as $ty;
                #[$meta] $empty const WIDTHS: $list = [1, 2];
                const TEXT: $text = "a";
                fn made(x: [_]) $block
                    fn body(x: [_]) { if N == 3 $block else $block }
                #[$meta] #[$model] #[$bare] $visibility model Net(x: [4]) {
                    $binding;
                    $change;
                    let $pattern = (x -> $layer, N);
                    let $mutable = a;
                    c = c -> $layer;
                    $loop
                    $assertion;
                    c -> made -> body
                }
            }
        };
    }
    mod inner {
        use modelwright::model;
        net!(
            pub(crate), , Flatten, usize, [usize; 2], &'static str, { x },
            (a, _b), mut c, let mut n = 1 + 1, n = n * 2 + 1, for _ in 0..2 { n += 1; },
            assert!(n == 7, "{n}"), doc = "Documented.", name = "net", sequential
        );
    }
    assert_eq!((inner::N, inner::Net::NAME), (3, "net"));
    assert_eq!(inner::Net::PARAMS, 0);
}

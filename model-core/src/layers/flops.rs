//! Operations besides multiply-accumulates.
//!
//! One operation is an addition, a subtraction, a product, a quotient, a comparison with the choice that follows from
//! it, a change or cut of the sign, a root, a power, or one exponential, logarithm, trigonometric, hyperbolic or error
//! function. A sum, or a maximum, of `n` numbers is `n` operations, as in a multiply-accumulate. A formula counts as it is
//! written, both sides of a choice included. What is computed once for a whole row, as the root of a variance is, and what
//! is known before the model runs, is not counted; neither is moving, looking up, sorting or comparing whole numbers.

use super::argument::Interpolation;
use super::call::{Call, Inferred, Mistake};
use super::keys;
use crate::plan::value::{Activation as Function, Along, Relu};

/// Formula of an activation for an element `x`, and its number of operations.
#[derive(Clone, Copy, Debug)]
pub struct Activation {
    /// Keras's name.
    pub name: &'static str,
    /// The formula as it is counted.
    pub formula: &'static str,
    /// Operations for each element.
    pub flops: usize,
    /// The function, with Keras's defaults for its numbers.
    pub function: Function,
}

const fn activation(
    name: &'static str,
    function: Function,
    flops: usize,
    formula: &'static str,
) -> Activation {
    Activation { name, formula, flops, function }
}

const fn relu(negative_slope: f64, max_value: Option<f64>) -> Function {
    Function::Relu(Relu { negative_slope, max_value, ..Relu::PLAIN })
}

/// Cost of every activation, in the order of [`words::ACTIVATIONS`](super::words::ACTIVATIONS).
pub const ACTIVATIONS: &[Activation] = &[
    activation("relu", relu(0.0, None), 1, "max(x, 0)"),
    activation("leaky_relu", relu(0.2, None), 2, "max(x, a x)"),
    activation("relu6", relu(0.0, Some(6.0)), 2, "min(max(x, 0), 6)"),
    activation(
        "softmax",
        Function::Softmax(Along::Last),
        5,
        "exp(x - m) / sum, with the maximum m and the sum of the row",
    ),
    activation("celu", Function::Celu(1.0), 7, "max(x, 0) + min(a (exp(x / a) - 1), 0)"),
    activation("elu", Function::Elu(1.0), 4, "x > 0 ? x : a (exp(x) - 1)"),
    activation("selu", Function::Selu, 5, "s (x > 0 ? x : a (exp(x) - 1))"),
    activation("softplus", Function::Softplus, 3, "log(exp(x) + 1)"),
    activation("softsign", Function::Softsign, 3, "x / (|x| + 1)"),
    activation("squareplus", Function::Squareplus(4.0), 5, "(x + sqrt(x^2 + b)) / 2"),
    activation("soft_shrink", Function::SoftShrink(0.5), 4, "x > t ? x - t : x < -t ? x + t : 0"),
    activation("sparse_plus", Function::SparsePlus, 5, "x <= -1 ? 0 : x >= 1 ? x : (x + 1)^2 / 4"),
    activation("silu", Function::Silu, 5, "x / (1 + exp(-x)), as x sigmoid(x)"),
    activation("swish", Function::Silu, 5, "the same as silu"),
    activation("gelu", Function::Gelu(false), 5, "x (1 + erf(x / sqrt(2))) / 2"),
    activation("glu", Function::Glu(Along::Last), 5, "x sigmoid(y), with y of the other half"),
    activation("tanh", Function::Tanh, 1, "tanh(x)"),
    activation("tanh_shrink", Function::TanhShrink, 2, "x - tanh(x)"),
    activation("threshold", Function::Threshold((0.0, 0.0)), 1, "x > t ? x : v"),
    activation("sigmoid", Function::Sigmoid, 4, "1 / (1 + exp(-x))"),
    activation("exponential", Function::Exponential, 1, "exp(x)"),
    activation("hard_sigmoid", Function::HardSigmoid, 4, "min(max(x + 3, 0), 6) / 6"),
    activation("hard_silu", Function::HardSilu, 5, "x hard_sigmoid(x)"),
    activation("hard_swish", Function::HardSilu, 5, "the same as hard_silu"),
    activation("hard_tanh", Function::HardTanh, 2, "min(max(x, -1), 1)"),
    activation("hard_shrink", Function::HardShrink(0.5), 2, "|x| > t ? x : 0"),
    activation("linear", Function::Linear, 0, "x"),
    activation("mish", Function::Mish, 5, "x tanh(log(exp(x) + 1))"),
    activation(
        "log_softmax",
        Function::LogSoftmax(Along::Last),
        5,
        "x - m - log(sum(exp(x - m))), with the maximum m of the row",
    ),
    activation("log_sigmoid", Function::LogSigmoid, 5, "-log(exp(-x) + 1)"),
    activation(
        "sparsemax",
        Function::Sparsemax(Along::Last),
        7,
        "max(x - t, 0); t from 1 + k x > s, the sums s of the sorted row and their choice",
    ),
    activation(
        "sparse_sigmoid",
        Function::SparseSigmoid,
        4,
        "x <= -1 ? 0 : x >= 1 ? 1 : (x + 1) / 2",
    ),
];

/// Operations of an activation for each element; 0 for none.
pub(super) fn of_activation(activation: Option<&Activation>) -> usize {
    activation.map_or(0, |activation| activation.flops)
}

/// Operations of this function for each element.
pub(super) fn of_function(function: Function) -> usize {
    of_activation(ACTIVATIONS.iter().find(|activation| activation.function == function))
}

/// Description of the count of [`biased`].
pub(super) const BIASED: &str =
    "2 for each MAC; for each element of the output 1 with `use_bias`, and those of the activation";

/// The same with what comes after the sums: for each element of the output, the bias and the activation.
pub(super) fn biased(call: &Call<'_>, inferred: Inferred) -> Result<Inferred, Mistake> {
    let each = usize::from(call.get(keys::USE_BIAS)?) + of_activation(call.get(keys::ACTIVATION)?);
    inferred.flops_of_output(each)
}

/// Description of the count of [`interpolated`].
pub(super) const INTERPOLATED: &str = "for each element of the output, 2 for each element it is interpolated from: \
                                       4 for `bilinear`, 16 for `bicubic`, 36 for `lanczos3`, 100 for `lanczos5`; \
                                       none for `nearest`";

/// The same with the interpolation of each pixel of the output.
pub(super) fn interpolated(call: &Call<'_>, inferred: Inferred) -> Result<Inferred, Mistake> {
    inferred.flops_of_output(match call.get(keys::INTERPOLATION)? {
        Interpolation::Nearest => 0,
        Interpolation::Bilinear => 2 * 4,
        Interpolation::Bicubic => 2 * 16,
        Interpolation::Lanczos3 => 2 * 36,
        Interpolation::Lanczos5 => 2 * 100,
    })
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn every_activation_has_its_cost() {
        let names: Vec<&str> = ACTIVATIONS.iter().map(|activation| activation.name).collect();
        assert_eq!(names, words::ACTIVATIONS);
    }
}

//! The layer whose sums are an equation.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::CORE;
use super::adapted;
use crate::dim::Dim;
use crate::layers::activation::check_axis;
use crate::layers::call::{Call, Inferred, Mistake};
use crate::layers::class::{Class, Default, Family, Parameter};
use crate::layers::facets::{Facets, Kernel};
use crate::layers::flops::of_activation;
use crate::layers::keys;
use crate::layers::kind::Kind;
use crate::layers::lower::{self, Found};
use crate::layers::parameters::{
    LORA_ALPHA, LORA_RANK, QUANTIZATION_CONFIG, activation, constraint, initializer, regularizer,
};
use crate::plan::operation::{self, Operation};
use crate::shape::Shape;
use crate::value::Value;

pub(super) const CLASS: Class = Class::new(
    "EinsumDense",
    Family::Core,
    "weighted sums over the axes that an equation names",
    &[
        Parameter::required(
            keys::EQUATION,
            Kind::Text,
            "input, kernel and output axes as letters: `\"abc,cd->abd\"`, with `...` for any axes",
        ),
        Parameter::required(
            keys::OUTPUT_SHAPE,
            Kind::Shape,
            "sizes of the output's letters after the batch; `None` for one that varies",
        ),
        activation(keys::ACTIVATION, Default::None, "function applied to the output"),
        Parameter::optional(
            keys::BIAS_AXES,
            Kind::Text,
            Default::None,
            "output letters that have a bias; none when left out",
        ),
        initializer(keys::KERNEL_INITIALIZER, "glorot_uniform", "kernel initializer"),
        initializer(keys::BIAS_INITIALIZER, "zeros", "bias initializer"),
        regularizer(keys::KERNEL_REGULARIZER, "penalty on the kernel"),
        regularizer(keys::BIAS_REGULARIZER, "penalty on the bias"),
        constraint(keys::KERNEL_CONSTRAINT, "kernel constraint"),
        constraint(keys::BIAS_CONSTRAINT, "bias constraint"),
        LORA_RANK,
        LORA_ALPHA,
        Parameter::optional(
            keys::GPTQ_UNPACKED_COLUMN_SIZE,
            Kind::POSITIVE,
            Default::None,
            "columns of the kernel before GPTQ packs them",
        ),
        QUANTIZATION_CONFIG,
    ],
    einsum_dense,
    Facets {
        flops: "2 for each MAC; for each element of the output 1 with `bias_axes`, and those of the activation",
        kernel: Kernel::Weight,
        lower,
        ..CORE
    },
);

/// For `"abc,cd->abd"` and `output_shape = [s, d]`: `[b, c]` to `[s, d]`, with `kernel: [c, d]` and, for
/// `bias_axes = "d"`, `bias: [d]`. The first letter, or the start of a leading `...`, is the batch.
///
/// MACs: the product of the sizes of all letters of input and kernel, and of the axes under `...`: one for each
/// combination of them, as for any sum over products.
///
/// An output axis is what `output_shape` says, so `None` there is not known even where the input's size is.
/// A size of the kernel is that of its letter in the output, else in the input, and must be known. The bias
/// reaches from its first letter to the end of the output, with 1 for letters it leaves out.
/// Source: Keras `EinsumDense`; axes under a leading `...` keep their order, which Keras reverses in its
/// symbolic shape.
fn einsum_dense(call: &Call<'_>) -> Result<Inferred, Mistake> {
    let text = call.get(keys::EQUATION)?;
    let equation = Equation::parse(text)
        .ok_or_else(|| {
            call.at(
                keys::EQUATION,
                format!(
                    "`equation` of `EinsumDense` expects the form `\"ab,bc->ac\"`, found `{text:?}`"
                ),
            )
            .note("`...` may start both the input and the output, or end both")
        })?
        .checked(call)?;
    let input = call.input()?;
    let sizes = Sizes::of(call, &equation, input)?;
    let kernel = equation
        .kernel
        .chars()
        .map(|letter| sizes.known(call, letter, "kernel"))
        .collect::<Result<Vec<usize>, Mistake>>()?;
    let bias = bias(call, &equation, &sizes)?;
    let macs = sizes.macs(&equation, &kernel);
    let each = usize::from(bias.is_some()) + of_activation(call.get(keys::ACTIVATION)?);
    let output = Inferred::one(Shape::new(sizes.all));
    check_axis(call, &output)?;
    let output = output.macs(macs)?.flops_of_output(each)?;
    adapted(call, output, "kernel", keys::KERNEL_CONSTRAINT, kernel, bias)
}

/// The axes under a `...` get letters that the equation does not use.
fn lower<'a>(call: &Call<'a>, found: &Found<'a>) -> Result<Operation<'a>, Mistake> {
    let equation = Equation::parse(call.get(keys::EQUATION)?)
        .ok_or_else(|| call.at(keys::EQUATION, "expected an equation"))?
        .checked(call)?;
    // The batch is an axis like any other here.
    let axes = call.input()?.rank().saturating_add(1);
    let used = |letter: &char| {
        [equation.input, equation.kernel, equation.output].iter().any(|part| part.contains(*letter))
    };
    let elided = axes.saturating_sub(equation.input.len());
    let free: String =
        ('a'..='z').chain('A'..='Z').filter(|letter| !used(letter)).take(elided).collect();
    if equation.ellipsis != Ellipsis::Absent && free.len() < elided {
        return Err(
            call.at(keys::EQUATION, "`equation` of `EinsumDense` has too many axes for letters")
        );
    }
    let whole = |part: &str| match equation.ellipsis {
        Ellipsis::Absent => part.into(),
        Ellipsis::Start => format!("{free}{part}"),
        Ellipsis::End => format!("{part}{free}"),
    };
    let (input, output) = (whole(equation.input), whole(equation.output));
    let written = format!("{input},{}->{output}", equation.kernel);
    let bias_axes = call.get(keys::BIAS_AXES)?;
    Ok(Operation::EinsumDense(operation::EinsumDense {
        equation: found.scratch.text(written),
        bias_axes,
        activation: lower::activation(call, keys::ACTIVATION)?,
        lora: lower::lora(call)?,
    }))
}

/// Where the `...` of an equation stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ellipsis {
    Absent,
    Start,
    End,
}

/// The letters of an equation, without its `...`.
struct Equation<'a> {
    input: &'a str,
    kernel: &'a str,
    output: &'a str,
    ellipsis: Ellipsis,
}

impl<'a> Equation<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let (operands, output) = text.split_once("->")?;
        let (input, kernel) = operands.split_once(',')?;
        let (input, output, ellipsis) =
            match (input.strip_prefix("..."), output.strip_prefix("...")) {
                (Some(input), Some(output)) => (input, output, Ellipsis::Start),
                _ => match (input.strip_suffix("..."), output.strip_suffix("...")) {
                    (Some(input), Some(output)) => (input, output, Ellipsis::End),
                    _ => (input, output, Ellipsis::Absent),
                },
            };
        let letters = |part: &str| {
            !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_alphabetic())
        };
        [input, kernel, output].into_iter().all(letters).then_some(Self {
            input,
            kernel,
            output,
            ellipsis,
        })
    }

    /// The letter of the batch; `None` where it stands under the `...`.
    fn batch(&self) -> Option<char> {
        if self.ellipsis == Ellipsis::Start { None } else { self.input.chars().next() }
    }

    /// The letters of the input without the batch.
    fn input_letters(&self) -> &'a str {
        if self.batch().is_some() { self.input.get(1..).unwrap_or_default() } else { self.input }
    }

    /// The letters of the output without the batch.
    fn output_letters(&self) -> &'a str {
        if self.batch().is_some() { self.output.get(1..).unwrap_or_default() } else { self.output }
    }

    /// The equation, if every letter can be resolved.
    fn checked(self, call: &Call<'_>) -> Result<Self, Mistake> {
        let wrong = |message| Err(call.at(keys::EQUATION, message));
        for part in [self.input, self.kernel, self.output] {
            let repeated = part.char_indices().find(|(index, letter)| {
                part.get(..*index).is_some_and(|before| before.contains(*letter))
            });
            if let Some((_, letter)) = repeated {
                return wrong(format!(
                    "`equation` of `EinsumDense` uses each axis once per part, found `{letter}` twice in `{part}`"
                ));
            }
        }
        if let Some(batch) = self.batch() {
            if !self.output.starts_with(batch) {
                return wrong(format!(
                    "`equation` of `EinsumDense` keeps the batch `{batch}` first in its output, found `{}`",
                    self.output
                ));
            }
            if self.kernel.contains(batch) {
                return wrong(format!(
                    "`equation` of `EinsumDense` has no kernel axis for the batch, found `{batch}` in `{}`",
                    self.kernel
                ));
            }
        }
        let elsewhere =
            |letter: &char| self.input.contains(*letter) || self.kernel.contains(*letter);
        if let Some(letter) = self.output.chars().find(|letter| !elsewhere(letter)) {
            return wrong(format!(
                "`equation` of `EinsumDense` has an output axis `{letter}` that neither input nor kernel has"
            ));
        }
        let elsewhere =
            |letter: &char| self.input.contains(*letter) || self.output.contains(*letter);
        if let Some(letter) = self.kernel.chars().find(|letter| !elsewhere(letter)) {
            return wrong(format!(
                "`equation` of `EinsumDense` has a kernel axis `{letter}` that neither input nor output has"
            ));
        }
        Ok(self)
    }
}

/// Size of each letter, and the whole output.
struct Sizes<'a> {
    input: Vec<(char, Dim)>,
    output: Vec<(char, Dim)>,
    all: Vec<Dim>,
    shape: &'a Shape,
}

impl<'a> Sizes<'a> {
    fn of(call: &Call<'_>, equation: &Equation<'_>, shape: &'a Shape) -> Result<Self, Mistake> {
        let letters = equation.input_letters();
        let elided = shape.rank().checked_sub(letters.len());
        let fits = match equation.ellipsis {
            Ellipsis::Absent => elided == Some(0),
            Ellipsis::Start | Ellipsis::End => elided.is_some(),
        };
        let Some(elided) = elided.filter(|_| fits) else {
            let least = if equation.ellipsis == Ellipsis::Absent { "" } else { "at least " };
            return Err(call.wrong_input(
                0,
                format!(
                    "`EinsumDense` expects {least}{} axes `{letters}`, found {} in `{shape}`",
                    letters.len(),
                    shape.rank()
                ),
            ));
        };
        let (named, unnamed) = match equation.ellipsis {
            Ellipsis::Start => {
                let (unnamed, named) = shape.split_at_checked(elided).unwrap_or_default();
                (named, unnamed)
            }
            _ => shape.split_at_checked(letters.len()).unwrap_or_default(),
        };
        let given = given(call, equation.output_letters())?;
        let mut all = given.clone();
        match equation.ellipsis {
            Ellipsis::Start => all = [unnamed, &given].concat(),
            _ => all.extend(unnamed.iter().cloned()),
        }
        let sizes = Self {
            input: letters.chars().zip(named.iter().cloned()).collect(),
            output: equation.output_letters().chars().zip(given).collect(),
            all,
            shape,
        };
        for (letter, found) in &sizes.input {
            let said = sizes.output.iter().find(|(output, _)| output == letter);
            if let Some((_, said @ Dim::Known(_))) = said
                && !said.is_same(found)
            {
                return Err(call
                    .at(
                        keys::OUTPUT_SHAPE,
                        format!(
                            "`output_shape` of `EinsumDense` expects {found} for axis `{letter}`, found {said}"
                        ),
                    )
                    .note(format!("`{letter}` is {found} in the input `{shape}`"))
                    .help("`None` there accepts any size"));
            }
        }
        Ok(sizes)
    }

    /// The factors of the multiply-accumulates: the axes of the input, and those of the kernel it does not have.
    fn macs(&self, equation: &Equation<'_>, kernel: &[usize]) -> Vec<Dim> {
        let of_input = |letter: char| self.input.iter().any(|(named, _)| *named == letter);
        let only_kernel = equation.kernel.chars().zip(kernel).filter(|(l, _)| !of_input(*l));
        let only_kernel = only_kernel.map(|(_, size)| Dim::Known(*size));
        self.shape.iter().cloned().chain(only_kernel).collect()
    }

    /// The size of a letter of the kernel or the bias.
    fn known(&self, call: &Call<'_>, letter: char, weight: &str) -> Result<usize, Mistake> {
        let find = |list: &[(char, Dim)]| {
            list.iter().find(|(found, _)| *found == letter).map(|(_, dim)| dim.clone())
        };
        if let Some(dim) = find(&self.output) {
            return dim.known().ok_or_else(|| {
                call.at(
                    keys::OUTPUT_SHAPE,
                    format!(
                        "`output_shape` of `EinsumDense` needs a number for axis `{letter}`: its {weight} depends on it"
                    ),
                )
            });
        }
        find(&self.input).as_ref().and_then(Dim::known).ok_or_else(|| {
            call.wrong_input(
                0,
                format!(
                    "`EinsumDense` needs a known size on axis `{letter}` of its input `{}`: its {weight} depends on it",
                    self.shape
                ),
            )
        })
    }
}

/// Size in `output_shape` of each of these letters.
fn given(call: &Call<'_>, letters: &str) -> Result<Vec<Dim>, Mistake> {
    let items = call.get(keys::OUTPUT_SHAPE)?.items().unwrap_or_default();
    if items.len() != letters.len() {
        let plural = if letters.len() == 1 { "" } else { "s" };
        return Err(call.at(
            keys::OUTPUT_SHAPE,
            format!(
                "`output_shape` of `EinsumDense` expects {} size{plural}, for `{letters}`, found {}",
                letters.len(),
                items.len()
            ),
        ));
    }
    items
        .iter()
        .map(|item| match item {
            Value::None => Ok(Dim::Unknown),
            Value::Size(dim) => Ok(dim.clone()),
            Value::Int(size) => {
                usize::try_from(*size).ok().filter(|size| *size > 0).map(Dim::Known).ok_or_else(
                    || {
                        call.at(
                            keys::OUTPUT_SHAPE,
                            format!(
                                "`output_shape` of `EinsumDense` expects positive sizes or `None`, found {size}"
                            ),
                        )
                    },
                )
            }
            other => Err(call.at(
                keys::OUTPUT_SHAPE,
                format!("`output_shape` of `EinsumDense` expects sizes, found {}", other.kind()),
            )),
        })
        .collect()
}

fn bias(
    call: &Call<'_>,
    equation: &Equation<'_>,
    sizes: &Sizes<'_>,
) -> Result<Option<Vec<usize>>, Mistake> {
    let Some(axes) = call.get(keys::BIAS_AXES)? else { return Ok(None) };
    let letters = equation.output_letters();
    if let Some(letter) = axes.chars().find(|letter| !letters.contains(*letter)) {
        let message = if equation.batch() == Some(letter) {
            format!("`bias_axes` of `EinsumDense` cannot hold the batch `{letter}`")
        } else {
            format!(
                "`bias_axes` of `EinsumDense` expects letters of the output `{}`, found `{letter}`",
                equation.output
            )
        };
        return Err(call.at(keys::BIAS_AXES, message));
    }
    let Some(first) = letters.find(|letter| axes.contains(letter)) else {
        return Err(call
            .at(
                keys::BIAS_AXES,
                "`bias_axes` of `EinsumDense` expects at least one letter, found none",
            )
            .or_with(keys::BIAS_AXES, Value::None));
    };
    let mut bias = letters
        .get(first..)
        .unwrap_or_default()
        .chars()
        .map(|letter| if axes.contains(letter) { sizes.known(call, letter, "bias") } else { Ok(1) })
        .collect::<Result<Vec<usize>, Mistake>>()?;
    if equation.ellipsis == Ellipsis::End {
        bias.extend(core::iter::repeat_n(1, sizes.all.len().saturating_sub(letters.len())));
    }
    Ok(Some(bias))
}

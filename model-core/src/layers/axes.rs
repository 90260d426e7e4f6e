//! Axis arguments: which place in an input they mean.

use alloc::format;
use alloc::vec::Vec;

use super::argument::{Key, Name};
use super::call::{Call, Mistake};
use crate::shape::Shape;
use crate::value::Value;

/// A Keras axis as it was written, and its place in the input's shape.
///
/// Never the axis of the batch: no layer computes one sample from another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    /// As written: the batch is axis 0, and a negative axis counts from the end.
    pub(super) written: i64,
    /// The place in the shape.
    pub(super) index: usize,
}

impl Call<'_> {
    /// The axis of `input` that `argument` means.
    pub(super) fn axis(&self, argument: Key<i64>, input: &Shape) -> Result<Axis, Mistake> {
        self.axis_at(argument, self.get(argument)?, input)
    }

    /// The axes of `input` that `argument` names, each once.
    pub(super) fn axes(
        &self,
        argument: Key<Vec<i64>>,
        input: &Shape,
    ) -> Result<Vec<Axis>, Mistake> {
        let mut axes: Vec<Axis> = Vec::new();
        for written in self.get(argument)? {
            let axis = self.axis_at(argument, written, input)?;
            if let Some(seen) = axes.iter().find(|seen| seen.index == axis.index) {
                let how = if seen.written == written {
                    format!("`{written}` twice")
                } else {
                    format!("`{}` and `{written}`, the same axis of `{input}`", seen.written)
                };
                let name = argument.name();
                return Err(self.at(
                    argument,
                    format!(
                        "`{name}` of `{}` expects every axis once, found {how}",
                        self.class.name
                    ),
                ));
            }
            axes.push(axis);
        }
        Ok(axes)
    }

    /// The axis `written` of `input`, given by `argument`.
    pub(super) fn axis_at(
        &self,
        argument: impl Into<Name>,
        written: i64,
        input: &Shape,
    ) -> Result<Axis, Mistake> {
        let argument = argument.into();
        if let Some(index) = input.axis(written) {
            return Ok(Axis { written, index });
        }
        let last = i64::try_from(input.rank()).unwrap_or(i64::MAX);
        if written == 0 || written.checked_add(last) == Some(-1) {
            return Err(self.batch_axis(argument, written, input));
        }
        Err(self
            .at(
                argument,
                format!(
                    "`{argument}` of `{}` expects an axis of `{input}`, found `{written}`",
                    self.class.name
                ),
            )
            .note(format!("the batch is axis 0 and the last axis is {last} or -1"))
            .or_with(argument, Value::Int(-1)))
    }

    /// The refusal of an axis that is the batch's.
    fn batch_axis(&self, argument: Name, written: i64, input: &Shape) -> Mistake {
        let class = self.class.name;
        let message = format!(
            "`{argument}` of `{class}` expects an axis after the batch, found `{written}` for `{input}`"
        );
        self.at(argument, message).note("the samples of a batch are independent")
    }

    /// The size of an axis that must be a number, since a weight has it.
    pub(super) fn known_axis(&self, axis: Axis, input: &Shape) -> Result<usize, Mistake> {
        self.known(input, axis.index, &format!("axis {}", axis.written))
    }
}

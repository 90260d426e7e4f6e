//! Layers proposed as fixes, tried by running their rules.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::bind::{Given, bind};
use super::call::Call;
use crate::diagnostic::{Diagnostics, Loc};
use crate::shape::Shape;
use crate::value::Value;

/// The code of a layer, if it brings `input` to `wanted`; arguments without a name are positional.
pub(super) fn layer_to(
    class: &str,
    arguments: &[(&'static str, Value)],
    input: &Shape,
    wanted: &Shape,
) -> Option<String> {
    let class = super::find(class)?;
    let given: Vec<Given> =
        arguments.iter().map(|(name, value)| Given::unwritten(name, value.clone())).collect();
    let bound = bind(class, Loc::default(), &given, "channels_last", &mut Diagnostics::default());
    let args = bound.ok()?.args;
    let inputs = [input.clone()];
    let inferred = (class.rule)(&Call { class, args: &args, inputs: &inputs }).ok()?;
    if inferred.outputs.first() != Some(wanted) {
        return None;
    }
    let written: Vec<String> = arguments
        .iter()
        .map(
            |(name, value)| {
                if name.is_empty() { format!("{value}") } else { format!("{name} = {value}") }
            },
        )
        .collect();
    Some(format!("{}({})", class.name, written.join(", ")))
}

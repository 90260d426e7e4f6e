//! The layers: one table of classes, and how a call of one is inferred.
//!
//! A class is one [`Class`] entry in the file of its family: its doc line, its parameters in Keras's order,
//! and its rule. Binding, errors, documentation and name suggestions all come from that entry.
//!
//! A rule is a function `fn(&Call) -> Result<Inferred, Mistake>`. It sees the bound arguments and the shapes
//! of the inputs, and gives the shapes of the outputs and the weights. It keeps no state: a shared layer
//! runs its rule at every call.

mod activation;
pub mod argument;
mod attention;
mod audio;
mod augmentation;
mod axes;
mod bind;
mod call;
mod class;
mod convolution;
mod core;
mod facets;
mod flops;
mod image;
mod infer;
pub mod keys;
mod kind;
pub(crate) mod lower;
mod merging;
#[cfg(test)]
mod messages;
mod normalization;
pub mod operator;
mod parameters;
mod pooling;
mod preprocessing;
mod proposal;
mod recurrent;
mod regularization;
mod reshaping;
pub(crate) mod sight;
mod signature;
mod spatial;
#[cfg(test)]
pub(crate) mod testing;
mod vocabulary;
pub mod words;
mod wrapper;

pub use self::bind::{ARGUMENT_LIMIT, Args, Bound, Given, bind, signature, unknown_argument};
pub use self::call::{Call, Fix, Inferred, Mistake, Place, Weight, WeightKey};
pub use self::class::{COMMON, Class, Default, Family, Parameter};
pub use self::facets::{Arity, Axes, Facets, Kernel, Owner, Recurrence};
pub use self::flops::{ACTIVATIONS, Activation};
pub(crate) use self::infer::with_symbols;
pub use self::infer::{Custom, Layer, LayerKind, infer};
pub use self::kind::{Kind, dtype};
pub use self::lower::{Found, Lower, Training};
pub use self::signature::{Misplaced, Places, Signature, Slot};

use ::core::iter;
use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

use crate::names::{is_respelled, nearest};

/// Every class, family by family.
pub const FAMILIES: &[&[Class]] = &[
    core::CLASSES,
    convolution::CLASSES,
    pooling::CLASSES,
    recurrent::CLASSES,
    attention::CLASSES,
    normalization::CLASSES,
    regularization::CLASSES,
    activation::CLASSES,
    reshaping::CLASSES,
    merging::CLASSES,
    wrapper::CLASSES,
    preprocessing::CLASSES,
    vocabulary::CLASSES,
    audio::CLASSES,
    image::CLASSES,
    augmentation::CLASSES,
];

/// Every class.
pub fn classes() -> impl Iterator<Item = &'static Class> {
    FAMILIES.iter().flat_map(|family| family.iter())
}

/// The class of this name or alias.
#[must_use]
pub fn find(name: &str) -> Option<&'static Class> {
    /// A loop may ask a million times.
    static BY_NAME: LazyLock<HashMap<&str, &Class>> = LazyLock::new(|| {
        let names =
            |class: &'static Class| iter::once(class.name).chain(class.aliases.iter().copied());
        classes().flat_map(|class| names(class).map(move |name| (name, class))).collect()
    });
    BY_NAME.get(name).copied()
}

/// The class that does what a class of another library does: `Linear` is `Dense`.
#[must_use]
pub fn synonym(name: &str) -> Option<&'static str> {
    words::SYNONYMS.iter().find(|(foreign, _)| *foreign == name).map(|(_, class)| *class)
}

/// The class that does what a function of another library does: `cat` is `Concatenate`.
#[must_use]
pub fn of_function(name: &str) -> Option<&'static str> {
    words::FUNCTIONS.iter().find(|(foreign, _)| *foreign == name).map(|(_, class)| *class)
}

/// True if some layer has an argument of this name.
#[must_use]
pub fn is_argument(name: &str) -> bool {
    classes()
        .flat_map(|class| class.parameters.iter())
        .chain(COMMON)
        .any(|parameter| parameter.name == name)
}

/// Names of all classes, with their aliases.
fn names() -> impl Iterator<Item = &'static str> {
    classes().flat_map(|class| ::core::iter::once(class.name).chain(class.aliases.iter().copied()))
}

/// The class name that differs from a name only by case and underscores: `ReLU` for `Relu`.
#[must_use]
pub fn respelled(name: &str) -> Option<&'static str> {
    names().find(|class| is_respelled(name, class))
}

/// The class name that is probably meant by a name that is none: by meaning (`Linear` is `Dense`
/// elsewhere), or by spelling.
#[must_use]
pub fn suggest(name: &str) -> Option<&'static str> {
    synonym(name).or_else(|| nearest(name, names()))
}

/// The class of the same name for so many axes of space, where the name itself does not say how many: `MaxPooling1D`
/// for `MaxPooling2D`, which was suggested for `MaxPool`.
#[must_use]
pub fn of_rank(suggested: &'static str, name: &str, axes: usize) -> &'static str {
    let is_ranked = |name: &str| RANKS.iter().any(|rank| name.to_ascii_uppercase().contains(rank));
    if is_ranked(name) {
        return suggested;
    }
    let sibling = |(from, to): (&str, &str)| {
        let place = suggested.find(from)?;
        let rest = suggested.get(place + from.len()..)?;
        names().find(|class| {
            class.get(..place) == suggested.get(..place)
                && class.get(place..).and_then(|end| end.strip_prefix(to)) == Some(rest)
        })
    };
    let rank = axes.checked_sub(1).and_then(|index| RANKS.get(index));
    rank.and_then(|to| RANKS.iter().find_map(|from| sibling((*from, *to)))).unwrap_or(suggested)
}

/// Parts of class names that say how many axes of space there are.
const RANKS: [&str; 3] = ["1D", "2D", "3D"];

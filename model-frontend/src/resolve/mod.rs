//! Names, resolved once by the text alone: for evaluation, for what never runs, and for editors.

mod calls;
mod reader;
mod slots;

use std::rc::Rc;

use modelwright_core::diagnostic::Loc;

pub(crate) use self::reader::{names, symbols};
pub(crate) use self::slots::{Slot, Slots};

/// The names of one macro call.
#[derive(Debug, Default)]
pub(crate) struct Names<'a> {
    /// Owner of variables or unknown names, with its name.
    pub(crate) bodies: Vec<(Body, &'a str)>,
    pub(crate) definitions: Vec<Definition<'a>>,
    pub(crate) uses: Vec<Use<'a>>,
    /// The variables that names bind and read.
    pub(crate) slots: Rc<Slots>,
}

/// A variable: a `let`, an input, a parameter, a size that a shape binds.
#[derive(Debug)]
pub(crate) struct Definition<'a> {
    pub(crate) name: &'a str,
    pub(crate) loc: Loc,
    pub(crate) body: Body,
    /// Number of earlier variables of its body with the same name.
    pub(crate) earlier: usize,
}

/// Owner of variables: an item, by its index among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Body {
    Const,
    Function(usize),
    Layer(usize),
    Model(usize),
}

/// A name, and where it may be found. One name may have several of these.
#[derive(Debug)]
pub(crate) struct Use<'a> {
    /// `None` where a name is missing, or may follow.
    pub(crate) name: Option<(&'a str, Loc)>,
    pub(crate) place: Place<'a>,
}

/// Where a name is looked up. This depends on what stands around the name, and not on whether it is known:
/// what is half written is completed where its whole would be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place<'a> {
    /// Layers of the table, and the `fn`, `layer` and `model` items of the call.
    Layers,
    /// Arguments of this layer.
    Arguments(&'a str),
    /// Words for a parameter of this layer.
    Words(&'a str, &'a str),
    /// Variables of a body, constants and layers.
    Body(Body),
    /// A variable that shadows another one: one of the definitions.
    Shadowing(usize),
    /// A model, beside the hidden items.
    Model,
    /// A constant, beside the hidden items.
    Const,
}

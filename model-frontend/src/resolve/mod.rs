//! What each name of a macro call means, by the text alone: also in what never ran, and around mistakes.

mod calls;
mod reader;

use rustc_hash::FxHashMap as HashMap;

use modelwright_core::diagnostic::{Loc, Reported};

pub(crate) use self::reader::names;

/// The names of one macro call.
#[derive(Debug, Default)]
pub(crate) struct Names<'a> {
    /// What has variables or unknown names, with its name.
    pub(crate) bodies: Vec<(Body, &'a str)>,
    pub(crate) definitions: Vec<Definition<'a>>,
    pub(crate) uses: Vec<Use<'a>>,
    /// Variables whose names cannot be read: any may be the one.
    pub(crate) holes: Vec<(Body, Loc, Reported)>,
}

/// What one body binds, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Bound<'n, 'a> {
    pub(crate) variables: Vec<&'n Definition<'a>>,
    pub(crate) holes: Vec<(Loc, Reported)>,
}

impl<'a> Names<'a> {
    /// What each body binds.
    pub(crate) fn by_body(&self) -> HashMap<Body, Bound<'_, 'a>> {
        let mut bodies: HashMap<Body, Bound<'_, 'a>> = HashMap::default();
        for definition in &self.definitions {
            bodies.entry(definition.body).or_default().variables.push(definition);
        }
        for (body, loc, reported) in &self.holes {
            bodies.entry(*body).or_default().holes.push((*loc, *reported));
        }
        bodies
    }
}

/// A variable: a `let`, an input, a parameter, a size that a shape binds.
#[derive(Debug)]
pub(crate) struct Definition<'a> {
    pub(crate) name: &'a str,
    pub(crate) loc: Loc,
    pub(crate) body: Body,
    /// How many variables of its body have the same name and stand before it.
    pub(crate) earlier: usize,
}

/// What has variables: an item, and its number among those of its kind.
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

//! The syntax tree. Every node knows its place; nothing in it knows a token.

use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

use modelwright_core::diagnostic::{Loc, Reported};
use modelwright_core::names::nearest;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// All items of one macro call, in source order.
#[derive(Debug, Default)]
pub(crate) struct File {
    pub(crate) consts: Vec<Const>,
    pub(crate) functions: Vec<Function>,
    pub(crate) layers: Vec<LayerItem>,
    pub(crate) models: Vec<Model>,
    /// Names of items that could not be read.
    pub(crate) broken: Vec<(Rc<str>, Reported)>,
    /// Those of them that Rust would have got.
    pub(crate) unread: Vec<Unread>,
}

/// An item that could not be read, but for its name.
#[derive(Debug)]
pub(crate) struct Unread {
    pub(crate) head: Head,
    pub(crate) kind: UnreadKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnreadKind {
    Const,
    Model,
}

/// The items by their names; of two with one name, the first.
#[derive(Debug, Default)]
pub(crate) struct ItemNames {
    pub(crate) consts: HashMap<Rc<str>, usize>,
    pub(crate) functions: HashMap<Rc<str>, usize>,
    pub(crate) layers: HashMap<Rc<str>, usize>,
    pub(crate) models: HashMap<Rc<str>, usize>,
}

impl ItemNames {
    pub(crate) fn of(file: &File) -> Self {
        fn places<'a>(names: impl Iterator<Item = &'a Name>) -> HashMap<Rc<str>, usize> {
            let mut places = HashMap::default();
            for (place, name) in names.enumerate() {
                places.entry(Rc::clone(&name.text)).or_insert(place);
            }
            places
        }
        Self {
            consts: places(file.consts.iter().map(|constant| &constant.head.name)),
            functions: places(file.functions.iter().map(|function| &function.name)),
            layers: places(file.layers.iter().map(|item| &item.name)),
            models: places(file.models.iter().map(|model| &model.head.name)),
        }
    }
}

/// A name at its place.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) text: Rc<str>,
    pub(crate) loc: Loc,
}

/// `pub const NAME: Type = value;`
#[derive(Debug)]
pub(crate) struct Const {
    pub(crate) head: Head,
    pub(crate) ty: Result<Type, Reported>,
    pub(crate) value: Expr,
}

/// Parts that are copied to the output: attributes and visibility as written, and the name.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Name,
}

/// An attribute that goes to generated items.
#[derive(Clone, Debug)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    /// The tokens between the brackets.
    pub(crate) tokens: TokenStream,
}

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let inside = &self.tokens;
        tokens.extend(quote!(#[#inside]));
    }
}

/// The type of a constant.
#[derive(Debug)]
pub(crate) struct Type {
    pub(crate) kind: TypeKind,
    pub(crate) loc: Loc,
}

#[derive(Debug)]
pub(crate) enum TypeKind {
    /// `usize`, `f64`, `bool`, ...
    Primitive(Rc<str>),
    /// `&str`.
    Str,
    /// `[T; length]`.
    Array(Box<Type>, Box<Expr>),
    /// `&[T]`.
    Slice(Box<Type>),
    /// `(T, U)`.
    Tuple(Vec<Type>),
}

/// `fn name(params) { .. }`
#[derive(Debug)]
pub(crate) struct Function {
    /// Doc comments and lint attributes, for editors.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Name,
    pub(crate) params: Vec<Param>,
    pub(crate) outputs: Option<Outputs>,
    pub(crate) body: Block,
}

#[derive(Debug)]
pub(crate) struct Param {
    pub(crate) name: Name,
    pub(crate) mutable: bool,
    pub(crate) kind: ParamKind,
}

#[derive(Debug)]
pub(crate) enum ParamKind {
    /// `x: [..]`.
    Tensor(ShapePattern),
    /// `n` or `n = default`.
    Value(Option<Expr>),
}

/// `layer Name(params) -> outputs { weights }`
#[derive(Debug)]
pub(crate) struct LayerItem {
    /// Doc comments and lint attributes, for editors.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Name,
    pub(crate) params: Vec<Param>,
    pub(crate) outputs: Outputs,
    pub(crate) weights: Vec<WeightLine>,
    pub(crate) clauses: Clauses,
}

/// Clauses of a `layer` item about its calls.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    /// Multiply-accumulates of one call.
    pub(crate) macs: Option<Expr>,
    /// Operations of one call, two for each multiply-accumulate among them.
    pub(crate) flops: Option<Expr>,
    /// Where it says that its output may be written over an input.
    pub(crate) in_place: Option<Loc>,
    /// Where it says that each element of an output depends on those of the inputs at its place only.
    pub(crate) elementwise: Option<Loc>,
}

/// `frozen name: [shape]`
#[derive(Debug)]
pub(crate) struct WeightLine {
    pub(crate) name: Name,
    pub(crate) frozen: bool,
    pub(crate) shape: ShapePattern,
}

/// `pub model Name(inputs) -> outputs { .. }`
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) head: Head,
    pub(crate) options: Options,
    pub(crate) inputs: Vec<Input>,
    pub(crate) outputs: Option<Outputs>,
    pub(crate) body: Block,
    /// True if something in it could not be parsed.
    pub(crate) broken: Option<Reported>,
    /// True if an input has no name that could be read.
    pub(crate) nameless: Option<Reported>,
}

/// A model's attributes.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) name: Option<Rc<str>>,
    pub(crate) data_format: Option<Name>,
    pub(crate) dtype: Option<Name>,
    pub(crate) sequential: Option<Loc>,
    /// Alignment of arena offsets.
    pub(crate) align: Option<Expr>,
    /// Budget of the model.
    pub(crate) budget: Option<Vec<Clause>>,
    /// The mistake for which the data format or the dtype is not known.
    pub(crate) mistake: Option<Reported>,
}

impl Options {
    /// Remembers that an attribute of this name could not be read.
    pub(crate) fn note_mistake(&mut self, attribute: &str, reported: Reported) {
        if nearest(attribute, ["data_format", "dtype"]).is_some() {
            self.mistake = Some(reported);
        }
    }
}

/// `params <= 50_000`
#[derive(Debug)]
pub(crate) struct Clause {
    pub(crate) cost: Name,
    pub(crate) limit: Expr,
    pub(crate) loc: Loc,
}

/// `name: dtype[shape]`
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) name: Name,
    pub(crate) mutable: bool,
    pub(crate) dtype: Option<Name>,
    pub(crate) shape: Result<ShapePattern, Reported>,
}

/// `-> [shape]` or `-> ([shape], [shape])`
#[derive(Debug)]
pub(crate) struct Outputs {
    pub(crate) shapes: Vec<ShapePattern>,
    pub(crate) loc: Loc,
}

/// `[a, _, ..]`
#[derive(Debug)]
pub(crate) struct ShapePattern {
    pub(crate) elements: Vec<Element>,
    pub(crate) loc: Loc,
}

#[derive(Debug)]
pub(crate) enum Element {
    /// `_`
    Any,
    /// `..`
    Rest(Loc),
    /// A size, or a name to bind.
    Size(Expr),
}

/// `{ statements; tail }`
#[derive(Debug, Default)]
pub(crate) struct Block {
    pub(crate) statements: Vec<Statement>,
    pub(crate) tail: Option<Box<Expr>>,
    /// The closing brace, where a missing tail shows.
    pub(crate) end: Loc,
    /// A syntax error in a whole body: what it comes to may not be what was meant.
    pub(crate) mistake: Option<Reported>,
}

impl Block {
    /// Fix that gives it a value, if it has no tail; `what` says what the value is for.
    pub(crate) fn without_tail(&self, what: &str) -> String {
        match self.statements.last() {
            Some(Statement::Expr(_)) => {
                format!("its last expression is its {what}: remove the trailing `;`")
            }
            Some(Statement::Assign { target, .. }) => {
                format!("its last expression is its {what}: add `{}` as the last line", target.text)
            }
            _ => format!("its last expression is its {what}"),
        }
    }
}

#[derive(Debug)]
pub(crate) enum Statement {
    Let {
        pattern: Pattern,
        shape: Option<ShapePattern>,
        value: Expr,
    },
    Assign {
        target: Name,
        operator: Option<BinaryOperator>,
        operator_loc: Loc,
        value: Expr,
    },
    For {
        pattern: Pattern,
        iterable: Expr,
        body: Block,
        loc: Loc,
    },
    Assert {
        condition: Expr,
        message: Option<Expr>,
    },
    /// An expression whose value is dropped.
    Expr(Expr),
}

/// Pattern of a `let` or `for`.
#[derive(Debug)]
pub(crate) enum Pattern {
    Name {
        name: Name,
        mutable: bool,
    },
    Wild,
    Tuple(Vec<Pattern>, Loc),
    /// One that cannot be read: any name may have stood there.
    Broken(Reported, Loc),
}

#[derive(Debug)]
pub(crate) struct Expr {
    pub(crate) kind: ExprKind,
    pub(crate) loc: Loc,
}

#[derive(Debug)]
pub(crate) enum ExprKind {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(Vec<Piece>),
    Name(Rc<str>),
    /// `callee(arguments)`
    Call {
        callee: Name,
        arguments: Vec<Argument>,
    },
    /// `receiver.name(arguments)`, also without parentheses
    Method {
        receiver: Box<Expr>,
        name: Name,
        arguments: Vec<Expr>,
        /// Where an argument was given a name, which no method's has.
        named: Option<Loc>,
    },
    /// `tuple.0`
    Field {
        tuple: Box<Expr>,
        index: usize,
    },
    /// `base[indices]`
    Index {
        base: Box<Expr>,
        indices: Vec<Index>,
        loc: Loc,
    },
    Unary {
        operator: UnaryOperator,
        operand: Box<Expr>,
    },
    Binary {
        operator: BinaryOperator,
        operator_loc: Loc,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    /// `value as ty`
    Cast {
        value: Box<Expr>,
        ty: Name,
    },
    /// `start..end`
    Range {
        start: Box<Expr>,
        end: Box<Expr>,
        inclusive: bool,
    },
    Tuple(Vec<Expr>),
    List(Vec<Expr>),
    /// `[value; count]`
    Repeat {
        value: Box<Expr>,
        count: Box<Expr>,
    },
    /// `if condition { .. } else if condition { .. } else { .. }`
    If {
        branches: Vec<Branch>,
        otherwise: Option<Block>,
    },
    Block(Block),
    /// `first -> second -> ..`
    Pipe(Vec<Expr>),
    /// Placeholder after a syntax error.
    Error(Reported),
    /// An expression with a syntax error in it: what it would come to is a guess, and it is not run.
    Unread(Box<Expr>, Reported),
}

/// A block that runs where its condition holds, and none before it did.
#[derive(Debug)]
pub(crate) struct Branch {
    pub(crate) condition: Expr,
    pub(crate) then: Block,
}

/// One entry in the brackets behind a list or a tensor.
#[derive(Debug)]
pub(crate) enum Index {
    /// `n`
    At(Expr),
    /// `start..end`, either left out
    Range { start: Option<Expr>, end: Option<Expr>, inclusive: bool, loc: Loc },
}

/// A part of a string: text, or a name put in its place.
#[derive(Debug)]
pub(crate) enum Piece {
    Text(String),
    Name(Rc<str>),
}

#[derive(Debug)]
pub(crate) struct Argument {
    pub(crate) name: Option<Name>,
    pub(crate) value: Expr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnaryOperator {
    Negate,
    Not,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BinaryOperator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

impl BinaryOperator {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Or => "||",
            Self::And => "&&",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
        }
    }
}

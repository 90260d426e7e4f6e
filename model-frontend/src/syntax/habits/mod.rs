//! Constructs of other languages, and their counterparts in `model!`.
//!
//! Habits of Python, PyTorch and the rest of Rust are told by the token that gives them away. Where it is
//! clear what was meant, the parser reports the habit and reads on as if it had been written right.

pub(super) mod calls;
pub(super) mod items;
pub(super) mod operators;
pub(super) mod statements;

/// The fix for a token that cannot stand where it does.
pub(in crate::syntax) fn help(found: &str) -> Option<&'static str> {
    Some(match found {
        "`?`" => "remove it: errors are reported by the macro and are not values",
        "`&`" => "remove it: there is no borrowing in `model!`",
        "`|`" | "`||`" => FUNCTION,
        "`*`" => "unpacking is not supported: write the values out",
        "`^`" => POWER,
        "`#`" => "comments begin with `//`",
        "`@`" => "use a layer for matrix products: `(a, b) -> Dot(axes = (2, 1))`",
        "`fn`" => "define blocks as separate items next to the model",
        _ => return None,
    })
}

/// Spelling of a power.
pub(in crate::syntax) const POWER: &str = "use `base.pow(exponent)` for powers of numbers";

/// Spelling of a conditional expression.
pub(in crate::syntax) const CHOICE: &str =
    "write the condition first: `if condition { a } else { b }`";

/// Spelling of an assertion.
pub(in crate::syntax) const ASSERTION: &str = "use `assert!(condition, \"message\")`";

/// Spelling of a function.
const FUNCTION: &str = "define functions as items: `fn name(x: [..], n) { .. }`";

/// The fix for a word that begins an expression elsewhere.
pub(in crate::syntax) fn keyword(word: &str) -> Option<&'static str> {
    Some(match word {
        "match" => "use `if` and `else if`",
        "while" | "loop" => "use `for` over a range or a list",
        "return" => "the value of a block is its last expression",
        "unsafe" | "async" | "try" => "remove it",
        "break" | "continue" => "use `if` inside the loop",
        "super" => "remove it: a model needs no enclosing class",
        "self" => "bind the layer to a variable: `let dense = Dense(64);`, then `x -> dense`",
        _ => return None,
    })
}

/// The fix for a word of Python's that is followed by another word.
pub(in crate::syntax) fn python(word: &str) -> Option<&'static str> {
    Some(match word {
        "lambda" | "def" => FUNCTION,
        "del" | "pass" | "global" | "with" => "remove it",
        "import" | "from" => "remove it: all layers are available by name",
        "raise" => ASSERTION,
        _ => return None,
    })
}

/// Counterpart of a Keras class that is not a layer.
pub(crate) fn layer(name: &str) -> Option<&'static str> {
    Some(match name {
        "Input" | "InputLayer" => {
            "an input is a parameter of the model: `model Name(image: [28, 28, 1])`"
        }
        "Model" | "Functional" => "the last expression of a `model` is its output",
        "Lambda" => "define functions as items: `fn name(x: [..]) { .. }`, and then `x -> name`",
        "Some" => "optional arguments take their value directly",
        _ => return None,
    })
}

/// True if these names are a module of Python's, whose layers and words are meant.
pub(in crate::syntax) fn is_module(path: &str) -> bool {
    let first = path.split('.').next().unwrap_or_default();
    matches!(
        first,
        "nn" | "F"
            | "K"
            | "L"
            | "layers"
            | "keras"
            | "tf"
            | "tensorflow"
            | "torch"
            | "flax"
            | "linen"
            | "tfl"
            | "tfkl"
            | "initializers"
            | "regularizers"
            | "constraints"
            | "jax"
    )
}

/// The item that another language calls by this word.
pub(in crate::syntax) fn item(word: &str) -> Option<&'static str> {
    Some(match word {
        "def" | "func" | "function" => "fn",
        "class" | "struct" | "network" | "net" => "model",
        "static" | "let" => "const",
        _ => return None,
    })
}

/// The fix for an argument of Keras's `Input` or `Model` among the inputs.
pub(in crate::syntax) fn input_argument(name: &str) -> Option<&'static str> {
    Some(match name {
        "dtype" => "write the dtype before the shape of an input: `x: i32[128]`",
        "name" => "name the model with an attribute: `#[name = \"net\"]`",
        "batch_size" | "batch_shape" => "remove it: shapes omit the batch axis",
        _ => return None,
    })
}

/// Intention behind a Rust macro as argument value.
pub(in crate::syntax) fn macro_call(name: &str) -> Option<&'static str> {
    Some(match name {
        "vec" => "a list is written `[a, b]`",
        "assert_eq" => "write `assert!(a == b)`",
        "assert_ne" => "write `assert!(a != b)`",
        "format" => "strings interpolate names in braces: `\"block{i}\"`",
        _ => return None,
    })
}

//! Parts of items that other languages have.

use std::rc::Rc;

use modelwright_core::diagnostic::{Diagnostic, Reported};
use proc_macro2::Delimiter;

use crate::syntax::parser::Parser;
use crate::syntax::tree::{Element, Name, ParamKind, ShapePattern};

/// `fn block<N>(..)`: what is between the angles is known as an error.
pub(in crate::syntax) fn generic_parameters(
    parser: &mut Parser<'_, '_, '_>,
    of: &Name,
    broken: &mut Vec<(Rc<str>, Reported)>,
) {
    let loc = parser.here();
    let message = format!("expected `(`, found `<`: `{}` takes no generic parameters", of.text);
    let diagnostic = Diagnostic::new(loc, message);
    let reported = parser.report(diagnostic.help("a shape binds its sizes: `x: [.., c]`"));
    while !parser.at_end()
        && !parser.at_group(Delimiter::Parenthesis)
        && !parser.at_group(Delimiter::Brace)
    {
        broken.extend(parser.peek_word().map(|word| (word.into(), reported)));
        parser.token_tree();
    }
}

/// `x: Tensor` or `n: usize`: a type says only whether it is a tensor, once it is reported.
pub(in crate::syntax) fn typed_param(
    parser: &mut Parser<'_, '_, '_>,
    name: &Name,
    ty: &str,
) -> ParamKind {
    let is_value = VALUE_TYPES.contains(&ty);
    let loc = parser.here();
    let diagnostic = Diagnostic::new(loc, format!("expected a shape, found `{ty}`"));
    let name = &name.text;
    parser.report(match is_value {
        true => diagnostic.help(format!("a parameter for values has no type: write `{name}`")),
        false => diagnostic.help(format!("a tensor has a shape: write `{name}: [..]`")),
    });
    while !parser.at_end() && !parser.at(",") {
        parser.token_tree();
    }
    match is_value {
        true => ParamKind::Value(None),
        false => ParamKind::Tensor(ShapePattern { elements: vec![Element::Rest(loc)], loc }),
    }
}

/// Types that stand for no tensor.
const VALUE_TYPES: &[&str] = &[
    "usize", "u64", "u32", "u16", "u8", "isize", "i64", "i32", "i16", "i8", "f64", "f32", "bool",
    "str", "String", "int", "float", "Option", "Vec",
];

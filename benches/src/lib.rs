//! The models that are measured: networks of the examples, and chains of any length.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// All models, small ones first.
pub const MODELS: &[&str] = &[
    "CatsVsDogs",
    "ResNet50",
    "ResNet152",
    "EfficientNetB7",
    "chain_10",
    "chain_100",
    "chain_1000",
    "chain_10000",
];

/// The inside of a macro call with this model alone, as tokens.
///
/// # Panics
///
/// Where there is no such model.
#[must_use]
pub fn tokens(model: &str) -> TokenStream {
    let file = match model {
        "CatsVsDogs" => include_str!("../../examples/cats_vs_dogs.rs"),
        "ResNet50" | "ResNet152" => include_str!("../../examples/resnet.rs"),
        "EfficientNetB7" => include_str!("../../examples/efficientnet_b0.rs"),
        chain => return chain_of(chain).parse().expect("tokens"),
    };
    let file: Vec<TokenTree> = file.parse::<TokenStream>().expect("tokens").into_iter().collect();
    let call = file.windows(3).find_map(|trees| match trees {
        [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Group(inside)]
            if name == "model" =>
        {
            Some(inside.stream())
        }
        _ => None,
    });
    with_only(model, call.expect("a macro call"))
}

/// `chain_100`: so many dense layers, one after the other.
fn chain_of(model: &str) -> String {
    let layers = model.strip_prefix("chain_").and_then(|layers| layers.parse::<usize>().ok());
    let layers = layers.unwrap_or_else(|| panic!("there is no model `{model}`"));
    format!(
        "pub model Chain(x: [64]) {{ let mut y = x; for i in 0..{layers} {{ y = y -> Dense(64); }} y }}"
    )
}

/// The items without the other models.
fn with_only(model: &str, items: TokenStream) -> TokenStream {
    let mut kept = TokenStream::new();
    let mut item: Vec<TokenTree> = Vec::new();
    for tree in items {
        let ends = match &tree {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(mark) => mark.as_char() == ';',
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        item.push(tree);
        if ends {
            let other = item.windows(2).any(|trees| match trees {
                [TokenTree::Ident(keyword), TokenTree::Ident(name)] => {
                    keyword == "model" && name != model
                }
                _ => false,
            });
            kept.extend(item.drain(..).filter(|_| !other));
        }
    }
    kept
}

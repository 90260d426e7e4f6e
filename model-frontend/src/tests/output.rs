//! Amount of generated source, the largest part of the build-time cost of a model, measured without a clock.

use proc_macro2::{TokenStream, TokenTree};
use syn::LitByteStr;

/// Tokens and bytes of source that one more layer of a chain may add. It has a weight and a bias, an input, and a name.
const TOKENS: usize = 60;
const SOURCE: usize = 680;

/// Bytes that one more layer may add to what a summary prints, its name among them, and to what the arena is made of.
const PACKED: usize = 48;

/// Bytes that one more layer may add to the plan: a step, a tensor and two variables, and its name.
const PLAN: usize = 96;

#[test]
fn a_layer_is_few_tokens_however_many_there_are() {
    let sizes = [100, 200, 1_000].map(|layers| {
        let source = format!(
            "pub model Chain(x: [64]) {{ let mut y = x; for i in 0..{layers} {{ y = y -> Dense(64); }} y }}"
        );
        let items = crate::expand(source.parse().expect("tokens"));
        let source = items.to_string().len();
        let plan = |is_plan| packed(items.clone(), is_plan);
        (layers, [tokens(items.clone()), source, plan(false), plan(true)])
    });
    for pair in sizes.windows(2) {
        let [(few, of_few), (many, of_many)] = pair else { continue };
        let [tokens, source, packed, plan] =
            [0, 1, 2, 3].map(|part| (of_many[part] - of_few[part]) / (many - few));
        println!(
            "{few} to {many} layers: {tokens} tokens, {source} bytes, {packed} packed, {plan} in the plan a layer"
        );
        assert!(tokens <= TOKENS, "{tokens} tokens a layer");
        assert!(source <= SOURCE, "{source} bytes of source a layer");
        assert!(packed <= PACKED, "{packed} packed bytes a layer");
        assert!(plan <= PLAN, "{plan} bytes of plan a layer");
    }
}

fn tokens(stream: TokenStream) -> usize {
    let count = |tree| match tree {
        TokenTree::Group(group) => 2 + tokens(group.stream()),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => 1,
    };
    stream.into_iter().map(count).sum()
}

/// Bytes in byte strings: those of plans, or all others.
fn packed(stream: TokenStream, is_plan: bool) -> usize {
    let bytes = |tree| match tree {
        TokenTree::Group(group) => packed(group.stream(), is_plan),
        TokenTree::Literal(literal) => {
            let string = syn::parse_str::<LitByteStr>(&literal.to_string());
            let bytes = string.map_or_else(|_| Vec::new(), |string| string.value());
            if bytes.starts_with(b"mwp") == is_plan { bytes.len() } else { 0 }
        }
        TokenTree::Ident(_) | TokenTree::Punct(_) => 0,
    };
    stream.into_iter().map(bytes).sum()
}

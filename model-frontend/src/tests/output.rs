//! How much the compiler is given to read. That is most of what a model costs a build, and needs no clock.

use proc_macro2::{TokenStream, TokenTree};

/// Tokens and bytes that one more layer of a chain may add. It has a weight and a bias, an input, and a name.
const TOKENS: usize = 100;
const BYTES: usize = 400;

#[test]
fn a_layer_is_few_tokens_however_many_there_are() {
    let sizes = [100, 200, 1_000].map(|layers| {
        let source = format!(
            "pub model Chain(x: [64]) {{ let mut y = x; for i in 0..{layers} {{ y = y -> Dense(64); }} y }}"
        );
        let items = crate::expand(source.parse().expect("tokens"));
        (layers, tokens(items.clone()), items.to_string().len())
    });
    for pair in sizes.windows(2) {
        let [(few, few_tokens, few_bytes), (many, many_tokens, many_bytes)] = pair else {
            continue;
        };
        let tokens = (many_tokens - few_tokens) / (many - few);
        let bytes = (many_bytes - few_bytes) / (many - few);
        println!("{few} to {many} layers: {tokens} tokens and {bytes} bytes a layer");
        assert!(tokens <= TOKENS, "{tokens} tokens a layer");
        assert!(bytes <= BYTES, "{bytes} bytes a layer");
    }
}

fn tokens(stream: TokenStream) -> usize {
    let count = |tree| match tree {
        TokenTree::Group(group) => 2 + tokens(group.stream()),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => 1,
    };
    stream.into_iter().map(count).sum()
}

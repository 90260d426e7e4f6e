//! Numbers that the target of a build may not be able to count, which the generated items check.

use proc_macro2::{TokenStream, TokenTree};

/// The numbers that are checked, by their names, each with the line of its check.
fn checked(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    collect(crate::expand(source.parse().expect("tokens")), &mut found);
    found
}

fn collect(tokens: TokenStream, found: &mut Vec<(usize, String)>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, tree) in trees.iter().enumerate() {
        match (tree, trees.get(index + 1)) {
            (TokenTree::Ident(name), Some(TokenTree::Group(arguments))) if name == "fit" => {
                found.push((name.span().start().line, arguments.stream().to_string()));
            }
            (TokenTree::Group(group), _) => collect(group.stream(), found),
            _ => {}
        }
    }
}

#[test]
fn what_any_target_can_count_is_not_checked() {
    assert_eq!(checked("pub model Tiny(x: [65535]) { x -> Rescaling(0.5) -> ReLU6 }"), []);
    assert_eq!(checked("pub model Wrong(x: [65536]) { x -> Dens(2) }"), []);
}

/// Of each kind of number the largest is checked, at the name of the model.
#[test]
fn what_a_target_may_not_be_able_to_count_is_checked() {
    for (source, numbers) in [
        (
            "model M(x: [300]) { x -> Dense(300) }",
            "& [(\"`PARAMS` of `M`\" , 90300) , (\"`PARAM_BYTES` of `M`\" , 361200) , \
             (\"a size of a layer of `M`\" , 90300) ,]",
        ),
        (
            "model M(x: [70000]) { x -> Flatten -> Reshape((100, 700)) }",
            "& [(\"`PEAK_ACTIVATION_BYTES` of `M`\" , 280000) , (\"`ARENA_BYTES` of `M`\" , 280000) , \
             (\"a size of a layer of `M`\" , 280000) ,]",
        ),
        ("model M(x: [_, 70000]) { x -> ReLU }", "& [(\"a size of a layer of `M`\" , 70000) ,]"),
        (
            "model M(x: i32[1]) { x -> Embedding(4_000_000_000, 2_000_000_000, dtype = int8) -> Flatten }",
            "& [(\"`PARAMS` of `M`\" , 8000000000000000000) , \
             (\"`PARAM_BYTES` of `M`\" , 8000000000000000000) , \
             (\"`PEAK_ACTIVATION_BYTES` of `M`\" , 10000000000) , \
             (\"`ARENA_BYTES` of `M`\" , 10000000000) , \
             (\"a size of a layer of `M`\" , 8000000000000000000) ,]",
        ),
    ] {
        let source = format!("pub\n{source}");
        assert_eq!(checked(&source), [(2, numbers.into())], "{source}");
    }
}

//! Names mean the same for editors as where they are evaluated.

use super::expanded;

/// Checks which variables editors see in a call.
#[track_caller]
fn check(source: &str, variables: &[&str]) {
    let expanded: Vec<String> = expanded(source).split_whitespace().map(String::from).collect();
    let expanded = expanded.join(" ");
    for variable in variables {
        assert!(expanded.contains(variable), "no {variable} in {expanded}");
    }
}

#[test]
fn a_size_may_be_called_like_an_item() {
    let source = "fn width(x: [..]) { x -> ReLU }
        pub model Net(x: [width, 4]) { let y: [width, depth] = x -> Dense(2); y -> width }";
    check(source, &["static width :", "static depth :"]);
}

#[test]
fn the_first_of_two_equal_names_in_a_size_declares_it() {
    check("pub model Net(x: [2 * n + n]) { x -> Reshape((1, n * 3)) }", &["Value `n`."]);
}

//! Every name in generated items means something else around the call.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};

use crate::{Place, Program};

/// A call with every kind of item, and items of every kind in what it expands to.
pub(crate) const CALL: &str = "modelwright::model! {
    /// A number.
    pub const CLASSES: usize = 10;
    const PRIVATE: &str = \"text\";
    layer Scale(x: [.., c]) -> [.., c] { gamma: [c] }
    /// A chain.
    pub model Chain(image: [28, 28, 1]) -> [CLASSES] {
        image -> Conv2D(8, 3, activation = relu) -> BatchNormalization -> Flatten -> Scale -> Dense(CLASSES)
    }
    /// Symbols.
    pub model Symbolic(tokens: i32[seq], image: [2 * rows, cols, 3]) -> ([seq, 8], [rows, _, 4]) {
        (tokens -> Embedding(100, 8), image -> Conv2D(4, 2, strides = 2))
    }
    /// Unknown sizes, and a model in a model.
    pub model Nested(x: [_, 28, 28, 1]) { x -> TimeDistributed(Chain()) -> LSTM(3) }
    model Unused(x: [4]) { x -> Dense(2) }
}";

/// Uses of the items, by absolute paths.
pub(crate) const USES: &str = "const _: () = {
    assert!(Chain::PARAMS > 0 && Chain::MACS > 0 && Symbolic::INPUT_SHAPE.0.len() == 1);
    assert!(Symbolic::macs(8, 3, 3) > 0 && Symbolic::output_shape(8, 3, 3).0[0] == 8);
    assert!(Symbolic::peak_activation_bytes(8, 3, 3) > 0 && Symbolic::flops(8, 3, 3) > 0);
    assert!(chain::DENSE.params > CLASSES && nested::LSTM.params > 0);
    assert!(<Chain as ::modelwright::Model>::SPEC.params == Chain::PARAMS);
    let _ = Nested::summary();
};";

pub(crate) fn all() -> Vec<Program> {
    let names = names();
    assert!(names.len() > 60, "{names:?}");
    let each =
        |form: &dyn Fn(&str) -> String| -> String { names.iter().map(|name| form(name)).collect() };
    let variants = |form: &dyn Fn(&str) -> String| format!("{{ {} }}", each(form));
    let values = "#[allow(dead_code, nonstandard_style, clippy::all)]";
    let kinds = [
        ("constants", each(&|name| format!("{values} const {name}: () = ();"))),
        ("statics", each(&|name| format!("{values} static {name}: () = ();"))),
        ("unit_structs", each(&|name| format!("{values} struct {name};"))),
        ("tuple_structs", each(&|name| format!("{values} struct {name}(());"))),
        ("structs", each(&|name| format!("{values} struct {name} {{}}"))),
        ("functions", each(&|name| format!("{values} fn {name}() {{}}"))),
        ("modules", each(&|name| format!("{values} mod {name} {{}}"))),
        ("traits", each(&|name| format!("{values} trait {name} {{}}"))),
        ("types", each(&|name| format!("{values} type {name} = ();"))),
        (
            "variants",
            format!(
                "{values} enum Variants {} #[allow(unused_imports)] use Variants::*;",
                variants(&|name| format!("{name},"))
            ),
        ),
        (
            "glob",
            format!(
                "{values} mod inside {} #[allow(unused_imports)] use inside::*;",
                variants(&|name| format!(
                    "pub(super) const {name}: () = (); pub(super) mod {name} {{}}"
                ))
            ),
        ),
        (
            "macros",
            each(&|name| {
                format!(
                    "#[allow(unused_macros)] macro_rules! {name} {{ ($($t:tt)*) => {{ compile_error!{{ {name:?} }} }} }}"
                )
            }),
        ),
        (
            "extension_methods",
            format!(
                "{values} trait Extension: Sized {} impl<T> Extension for T {{}}",
                variants(&|name| format!("fn {name}(self) {{}}"))
            ),
        ),
        (
            "extension_references",
            format!(
                "{values} trait Extension {} impl<T: ?Sized> Extension for T {{}}",
                variants(&|name| format!("fn {name}(&self) {{}}"))
            ),
        ),
        (
            "extension_constants",
            format!(
                "{values} trait Extension {} impl<T: ?Sized> Extension for T {{}}",
                variants(&|name| format!("const {name}: () = ();"))
            ),
        ),
    ];
    let models = Program {
        name: "named_models".into(),
        place: Place::Module,
        head: String::new(),
        code: format!("::modelwright::model! {{ {} }}", models(&names)),
        expected: Vec::new(),
    };
    kinds
        .into_iter()
        .map(|(kind, before)| Program {
            name: format!("named_{kind}"),
            place: Place::Module,
            head: String::new(),
            code: format!(
                "{before}\n{}\n{}",
                CALL.replace("modelwright::model!", "::modelwright::model!"),
                uses()
            ),
            expected: Vec::new(),
        })
        .chain([models])
        .collect()
}

/// Models whose modules have the names of what the expansion is made of, where these are no names of layers.
fn models(names: &BTreeSet<String>) -> String {
    let camel = |name: &String| -> String {
        let parts = name.split('_').filter_map(|part| part.split_at_checked(1));
        parts.map(|(first, rest)| first.to_uppercase() + &rest.to_lowercase()).collect()
    };
    let model =
        |name: String| format!("pub model {name}(x: [4]) {{ x -> Dense(2, name = \"l\") }}");
    let names: BTreeSet<String> = names.iter().map(camel).collect();
    let is_free = |text: &String| {
        let items = text.parse().map(modelwright_frontend::expand);
        items.is_ok_and(|items| !items.to_string().contains("compile_error"))
    };
    let models: Vec<String> = names.into_iter().map(model).filter(is_free).collect();
    assert!(models.len() > 40, "{models:?}");
    models.concat()
}

/// The uses, without names that are shadowed: of macros, functions and methods of the standard library.
fn uses() -> String {
    let mut text = String::from("const _: &[::modelwright::Layer] = Chain::LAYERS;");
    text.push_str("const _: &::modelwright::Layer = chain::DENSE;");
    text.push_str("const _: &::modelwright::Spec = <Nested as ::modelwright::Model>::SPEC;");
    text
}

/// The names in what the call expands to, but for those that are its items.
fn names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let items =
        modelwright_frontend::expand(CALL.parse::<TokenStream>().map(inside).expect("tokens"));
    collect(items, &mut names);
    let declared = [
        "CLASSES", "PRIVATE", "Scale", "Chain", "Symbolic", "Nested", "Unused", "chain",
        "symbolic", "nested", "unused",
    ];
    names.retain(|name| {
        syn::parse_str::<syn::Ident>(name).is_ok()
            && name != "gen"
            && !declared.contains(&name.as_str())
            && !name.starts_with("__modelwright_")
    });
    names
}

/// The inside of the call.
fn inside(call: TokenStream) -> TokenStream {
    let group = call.into_iter().find_map(|tree| match tree {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    group.expect("the body of the macro")
}

fn collect(items: TokenStream, names: &mut BTreeSet<String>) {
    for tree in items {
        match tree {
            TokenTree::Group(group) => collect(group.stream(), names),
            TokenTree::Ident(name) => {
                names.insert(name.to_string());
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

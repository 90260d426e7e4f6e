//! Expansion for rust-analyzer: the user's own names, where they mean something.
//!
//! All of it stands in one call of the facade's `__editor!`, which is nothing for the compiler. There, a variable
//! is a documented item, and each name that is used is the end of a path: hovering shows the item, and its definition
//! is the item's name, which is a token of the user's.
//!
//! While something is typed, rust-analyzer expands the macro once with a marker at the cursor and once without, and
//! completes the path that the marker ends, which it looks up at the same place of the expansion without. So names
//! that are nothing are paths, too, a known and an unknown name have the same path, names stand one by one in the
//! order of the source, and where one may follow there is a path already. All this stands before everything else,
//! so that what comes later may differ.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::collections::BTreeMap;

use modelwright_core::diagnostic::Loc;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::eval::Notes;
use crate::identifiers::is_identifier;
use crate::resolve::{Body, Definition, Names, Place, Use};
use crate::spans::Spans;
use crate::syntax::Source;
use crate::syntax::tree::{File, Function, LayerItem, Outputs, Param, ParamKind};

/// The hidden items.
pub(super) fn items(source: &Source, names: &Names<'_>, notes: &Notes) -> TokenStream {
    let spans = &source.spans;
    let file = &source.file;
    let bodies = bodies(names);
    let uses = uses(names, &bodies, spans);
    let layers = layers(file, spans);
    let own = |name: &str| identifier(name, Span::call_site());
    let consts: Vec<Ident> =
        file.consts.iter().filter_map(|constant| own(&constant.head.name.text)).collect();
    let models: Vec<Ident> =
        file.models.iter().filter_map(|model| own(&model.head.name.text)).collect();
    let mut variables = variables(names, notes, spans);
    let mut modules = TokenStream::new();
    for (body, module) in &bodies {
        let variables = variables.remove(body).unwrap_or_default();
        modules.extend(quote! {
            pub mod #module {
                pub use super::layers::*;
                pub use super::values::*;
                use ::modelwright::__editor::{Tensor, Value};
                #variables
            }
        });
    }
    quote! {
        ::modelwright::__editor! {
            #[allow(warnings, clippy::all)]
            const _: () = {
                #uses
                mod model {
                    pub use ::modelwright::__editor::{arguments, words};
                    pub mod layers {
                        pub use ::modelwright::__editor::layers::*;
                        #(pub use super::super::#models;)*
                        use ::modelwright::__editor::{Layer, Tensor, Value};
                        #layers
                    }
                    pub mod values { #(pub use super::super::#consts;)* }
                    #modules
                }
            };
        }
    }
}

/// A module for the variables of each body. It has the body's name, which editors show.
type Bodies = BTreeMap<Body, Ident>;

fn bodies(names: &Names<'_>) -> Bodies {
    let mut taken: HashSet<String> =
        ["layers", "values", "arguments", "words"].into_iter().map(String::from).collect();
    let mut bodies = Bodies::new();
    for (body, name) in &names.bodies {
        let ident = identifier(name, Span::call_site());
        let ident = ident.filter(|ident| taken.insert(ident.to_string()));
        let numbered = || Ident::new(&format!("{name}_{}", bodies.len()), Span::call_site());
        let ident = ident.unwrap_or_else(numbered);
        bodies.insert(*body, ident);
    }
    bodies
}

/// A path for each name, and for each place where a name is missing.
fn uses(names: &Names<'_>, bodies: &Bodies, spans: &Spans) -> TokenStream {
    let mut uses = TokenStream::new();
    let (mut models, mut consts) = (Vec::new(), Vec::new());
    for Use { name, place } in &names.uses {
        let ident = match name {
            Some((name, loc)) => at(name, *loc, spans),
            None => Some(Ident::new("__", Span::call_site())),
        };
        let Some(ident) = ident else { continue };
        match place {
            Place::Model => models.push(ident),
            Place::Const => consts.push(ident),
            place => {
                if let Some(path) = path(*place, names, bodies) {
                    uses.extend(quote!(use model::#path::#ident as _;));
                }
            }
        }
    }
    quote! {
        #uses
        fn models(#(_: #models),*) {}
        fn constants() { #(let _ = #consts;)* }
    }
}

/// The module in which a name is found.
fn path(place: Place<'_>, names: &Names<'_>, bodies: &Bodies) -> Option<TokenStream> {
    let own = |name: &str| identifier(name, Span::call_site());
    Some(match place {
        Place::Layers => quote!(layers),
        Place::Arguments(layer) => {
            let layer = own(layer)?;
            quote!(arguments::#layer)
        }
        Place::Words(layer, parameter) => {
            let (layer, parameter) = (own(layer)?, own(parameter)?);
            quote!(words::#layer::#parameter)
        }
        Place::Shadowing(index) => {
            let Definition { body, earlier, .. } = names.definitions.get(index)?;
            let (module, again) = (bodies.get(body)?, again(*earlier)?);
            quote!(#module::#again)
        }
        Place::Body(body) => {
            let module = bodies.get(&body)?;
            quote!(#module)
        }
        Place::Model | Place::Const => return None,
    })
}

/// The module for a variable whose name was taken in its body.
fn again(earlier: usize) -> Option<Ident> {
    (earlier > 0).then(|| Ident::new(&format!("shadowing_{earlier}"), Span::call_site()))
}

/// The variables of each body, documented with what they are.
fn variables(names: &Names<'_>, notes: &Notes, spans: &Spans) -> HashMap<Body, TokenStream> {
    let mut bodies: HashMap<Body, TokenStream> = HashMap::default();
    for Definition { name, loc, body, earlier } in &names.definitions {
        let Some(ident) = at(name, *loc, spans) else { continue };
        let (ty, value, doc) = described(notes, *loc);
        let ty = Ident::new(ty, Span::call_site());
        let variable = quote!(#[doc = #doc] pub static #ident: #ty = #value;);
        bodies.entry(*body).or_default().extend(match again(*earlier) {
            Some(module) => quote! {
                pub mod #module { use ::modelwright::__editor::{Tensor, Value}; #variable }
            },
            None => variable,
        });
    }
    bodies
}

/// Type, value and documentation of a variable.
fn described(notes: &Notes, loc: Loc) -> (&'static str, String, String) {
    let Some(note) = notes.get(&loc) else {
        return ("Value", "..".into(), "Never evaluated.".into());
    };
    let mut texts: Vec<String> = note.texts.iter().map(|text| format!("`{text}`")).collect();
    if note.more {
        texts.push("..".into());
    }
    let what = if note.is_tensor { "Tensor" } else { "Value" };
    let doc = match texts.as_slice() {
        [text] => format!("{what} {text}."),
        texts => format!("{what}, one after the other: {}.", texts.join(", ")),
    };
    (what, note.texts.join(", "), doc)
}

/// The items of the call that are layers, or are used like layers.
fn layers(file: &File, spans: &Spans) -> TokenStream {
    let mut tokens = TokenStream::new();
    for Function { name, params, outputs, attributes, .. } in &file.functions {
        let Some(ident) = at(&name.text, name.loc, spans) else { continue };
        let (params, result) = (parameters(params), result(outputs.as_ref()));
        tokens.extend(quote!(#(#attributes)* pub fn #ident(#params) -> #result { loop {} }));
    }
    for LayerItem { name, params, attributes, .. } in &file.layers {
        let Some(ident) = at(&name.text, name.loc, spans) else { continue };
        let params = parameters(params);
        tokens.extend(quote!(#(#attributes)* pub fn #ident(#params) -> Layer { loop {} }));
    }
    tokens
}

fn parameters(params: &[Param]) -> TokenStream {
    let params = params.iter().filter_map(|param| {
        let ident = identifier(&param.name.text, Span::call_site())?;
        Some(match param.kind {
            ParamKind::Tensor(_) => quote!(#ident: Tensor),
            ParamKind::Value(_) => quote!(#ident: Value),
        })
    });
    quote!(#(#params),*)
}

fn result(outputs: Option<&Outputs>) -> TokenStream {
    match outputs.map(|outputs| outputs.shapes.len()) {
        None => quote!(Value),
        Some(1) => quote!(Tensor),
        Some(count) => {
            let tensors = std::iter::repeat_n(quote!(Tensor), count);
            quote!((#(#tensors),*))
        }
    }
}

/// A name of the user's, at its own place.
fn at(name: &str, loc: Loc, spans: &Spans) -> Option<Ident> {
    identifier(name, spans.get(loc).first)
}

/// A name as a Rust identifier; `None` for the few that cannot be one.
fn identifier(name: &str, span: Span) -> Option<Ident> {
    if is_identifier(name) {
        return Some(Ident::new(name, span));
    }
    let is_word = syn::parse_str::<Ident>(&format!("r#{name}")).is_ok();
    is_word.then(|| Ident::new_raw(name, span))
}

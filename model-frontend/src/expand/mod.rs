//! Graphs to items.
//!
//! Facts go into a module of plain constants, written as source text and read by the compiler's own lexer:
//! few tokens a layer, and no name of the user's in scope. Success and failure declare the same public names.

mod attributes;
mod bytes;
mod documentation;
mod editor;
mod facts;
mod failure;
mod line;
mod module;
mod names;
mod summary;
mod symbolic;
mod table;

use rustc_hash::FxHashSet as HashSet;
use std::fmt::Display;
use std::rc::Rc;

use modelwright_core::diagnostic::Diagnostics;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use self::attributes::Attributes;
use self::facts::Facts;
use self::failure::Failure;
use crate::eval::{Built, Program, Typed};
use crate::identifiers::{is_identifier, module_name};
use crate::report::{compile_errors, warnings};
use crate::spans::Spans;
use crate::syntax::Source;
use crate::syntax::tree::{Head, Unread, UnreadKind};

/// The primitives, whatever the user has shadowed.
const USIZE: &str = "::core::primitive::usize";
const U64: &str = "::core::primitive::u64";
const STR: &str = "&'static ::core::primitive::str";

/// All items of a macro call.
pub(crate) fn items(
    program: &Program<'_>,
    diagnostics: Diagnostics,
    source: &Source,
) -> TokenStream {
    let spans = &source.spans;
    let mut tokens = editor::items(source, &program.names, &program.notes);
    let failure = errors(program, diagnostics, source, &mut tokens);
    let failed_const = || Typed { ty: failure.ty(), value: failure.value() };
    // Of items with one name, which was reported, Rust gets the first.
    let mut declared = HashSet::default();
    let mut is_new = |head: &Head| is_name(head) && declared.insert(Rc::clone(&head.name.text));
    for (constant, typed) in program.consts.iter().filter(|(item, _)| is_new(&item.head)) {
        let typed = typed.clone().unwrap_or_else(|_| failed_const());
        tokens.extend(constant_item(&constant.head, &typed, spans));
    }
    let mut modules = HashSet::default();
    let mut module_of = |model: &str| {
        // Two models with one module were reported, too.
        let mut module = module_name(model);
        while !modules.insert(module.clone()) {
            module.push('_');
        }
        module
    };
    for built in program.models.iter().filter(|built| is_new(&built.model.head)) {
        let module = module_of(&built.model.head.name.text);
        tokens.extend(model_items(built, &module, &failure, spans));
        let lints = Attributes(&built.model.head.attributes).of_warnings();
        tokens.extend(warnings(&built.warnings, &lints, spans));
    }
    for Unread { head, kind } in source.file.unread.iter().filter(|it| is_new(&it.head)) {
        tokens.extend(match kind {
            UnreadKind::Const => constant_item(head, &failed_const(), spans),
            UnreadKind::Model => {
                let module = module_of(&head.name.text);
                failed_model(head, &module, None, None, &failure, spans)
            }
        });
    }
    tokens
}

/// The errors; where items failed, in the body of a function that these items depend on.
fn errors(
    program: &Program<'_>,
    diagnostics: Diagnostics,
    source: &Source,
    tokens: &mut TokenStream,
) -> Failure {
    let constants = program.consts.iter().filter(|(_, typed)| typed.is_err());
    let constants = constants.map(|(constant, _)| &constant.head);
    let models = program.models.iter().filter(|built| built.graph.is_err());
    let models = models.map(|built| &built.model.head);
    let unread = source.file.unread.iter().map(|unread| &unread.head);
    let failed = constants.chain(models).chain(unread).find(|head| is_name(head));
    let errors = compile_errors(diagnostics, &source.spans);
    let failure = Failure::of(failed.map_or("", |head| &head.name.text), errors);
    tokens.extend(match failed {
        Some(_) => failure.source(),
        None => failure.errors.iter().cloned().collect(),
    });
    failure
}

fn constant_item(constant: &Head, typed: &Typed, spans: &Spans) -> TokenStream {
    let Head { attributes, visibility, .. } = constant;
    let attributes = Attributes(attributes);
    let on_hidden = attributes.of_hidden_items();
    let name = identifier(constant, spans);
    let (ty, value) = (source(&typed.ty), source(&typed.value));
    // The compiler says that documentation is missing where the item stands: at its name.
    let item = quote_spanned!(name.span()=> #visibility const #name: #ty = #value;);
    quote! {
        #attributes
        #item
        #on_hidden
        const _: () = { let _ = #name; };
    }
}

/// Items of a model. All that they need is in a module of a name that is nobody's. The module of the layers is in it, so
/// that another one of that name is a single error.
fn model_items(built: &Built<'_>, module: &str, failure: &Failure, spans: &Spans) -> TokenStream {
    let head = &built.model.head;
    let symbols = built.symbols.as_deref();
    let (Ok(graph), Some(symbols)) = (&built.graph, symbols) else {
        let layers = built.layer_names.as_deref();
        return failed_model(head, module, layers, symbols, failure, spans);
    };
    let hidden = format!("__modelwright_{module}");
    let facts = Facts::of(graph, &built.costs, symbols, &hidden);
    let attributes = Attributes(&head.attributes);
    let (on_hidden, on_module) = (attributes.of_hidden_items(), attributes.of_module());
    let on_import = attributes.of_import();
    let visibility = &head.visibility;
    let about = about_layers(head);
    let [hidden, module] = [&*hidden, module].map(|name| Ident::new(name, Span::call_site()));
    let (tables, layers) = (source(&facts.module.tables), source(&facts.module.layers));
    let modules = quote! {
        #[doc(hidden)]
        #on_hidden
        mod #hidden {
            #tables
            // Beside no name of the tables: a model may be called as any of them.
            pub mod m {
                #[doc = #about]
                #on_module
                pub mod #module { #layers }
            }
        }
        #on_import
        #on_hidden
        #visibility use #hidden::m::#module;
    };
    struct_items(head, &facts, modules, spans)
}

/// A model with mistakes, of which its layers and its symbols are known or not.
fn failed_model(
    head: &Head,
    module: &str,
    layers: Option<&[Rc<str>]>,
    symbols: Option<&[Rc<str>]>,
    failure: &Failure,
    spans: &Spans,
) -> TokenStream {
    let inside = match layers {
        Some(layers) => failure.module(module, layers),
        // Every name is in it.
        None => source(&format!("type {module} = {};", failure.ty())),
    };
    let attributes = Attributes(&head.attributes);
    let (on_hidden, on_module) = (attributes.of_hidden_items(), attributes.of_module());
    let (visibility, about) = (&head.visibility, about_layers(head));
    let module = quote! {
        #[doc = #about]
        #[allow(dead_code, nonstandard_style, clippy::all)]
        #on_hidden
        #on_module
        #visibility #inside
    };
    struct_items(head, &Facts::failed(symbols, failure), module, spans)
}

fn about_layers(head: &Head) -> String {
    format!("The layers of `{}`, by name.", head.name.text)
}

/// The struct of a model, what is on it, and the module with its layers.
fn struct_items(head: &Head, facts: &Facts, module: TokenStream, spans: &Spans) -> TokenStream {
    let Head { attributes, visibility, .. } = head;
    let attributes = Attributes(attributes);
    let on_hidden = attributes.of_hidden_items();
    let name = identifier(head, spans);
    let model = head.name.text.to_string();
    // A crate may forbid to allow a lint, so that is done only where it is needed.
    let is_camel_case = model.starts_with(char::is_uppercase) && !model.contains('_');
    let style = (!is_camel_case).then(|| quote!(#[allow(non_camel_case_types)]));
    let documentation = &facts.documentation;
    let implementation = source(&facts.implementation(&model));
    let check = (!facts.wide.is_empty()).then(|| fit(facts, &model, name.span()));
    quote! {
        #attributes
        #[doc = #documentation]
        #style
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::fmt::Debug,
            ::core::default::Default,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
        )]
        #visibility struct #name;
        #module
        #on_hidden
        const _: () = { #check #implementation };
    }
}

/// A check that the target can count what the model has, which the compiler reports at the name of the model.
fn fit(facts: &Facts, model: &str, place: Span) -> TokenStream {
    let numbers = facts.wide.iter().fold(String::new(), |text, (name, number)| {
        text + &format!("({:?},{number}),", format!("{name} of `{model}`"))
    });
    let check = source(&format!("::modelwright::__private::fit(&[{numbers}]);"));
    let place = Span::call_site().located_at(place);
    check
        .into_iter()
        .map(|mut token| {
            token.set_span(place);
            token
        })
        .collect()
}

/// Type and value of a number: where it is not known, those of an `Option`, so that it cannot be mistaken for one.
fn maybe(ty: &str, number: Option<impl Display>) -> (String, String) {
    match number {
        Some(number) => (ty.into(), number.to_string()),
        None => (format!("::core::option::Option<{ty}>"), "::core::option::Option::None".into()),
    }
}

/// True if Rust takes the name of an item. A keyword was reported, and no code can name such an item.
fn is_name(head: &Head) -> bool {
    is_identifier(&head.name.text)
}

/// The name of an item, at its place in the source.
fn identifier(head: &Head, spans: &Spans) -> Ident {
    Ident::new(&head.name.text, spans.get(head.name.loc).first)
}

/// Source text as tokens at the macro call. What this crate writes is always source, so the compiler's own lexer reads it at
/// once: `proc_macro2` would read all of it with its own first, for fear of what the compiler's says of other text.
fn source(text: &str) -> TokenStream {
    let tokens = if proc_macro::is_available() {
        text.parse::<proc_macro::TokenStream>().ok().map(TokenStream::from)
    } else {
        text.parse().ok()
    };
    tokens.unwrap_or_else(|| {
        quote!(::core::compile_error! { "`model!` wrote invalid source: please report this" })
    })
}

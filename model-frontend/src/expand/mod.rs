//! Graphs to items.
//!
//! Facts go into a module of plain constants, written as source text and read by the compiler's own lexer:
//! few tokens a layer, and no name of the user's in scope. Success and failure declare the same public names.

mod documentation;
mod editor;
mod facts;
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

use self::facts::Facts;
use crate::eval::{Built, Program, Typed, neutral};
use crate::identifiers::{is_identifier, module_name};
use crate::report::compile_errors;
use crate::spans::Spans;
use crate::syntax::Source;
use crate::syntax::tree::{Const, Head};

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
    let mut tokens = editor::items(source, &program.notes);
    let errors = errors(program, diagnostics, spans, &mut tokens);
    // Of items with one name, which was reported, Rust gets the first.
    let mut declared = HashSet::default();
    let mut is_new = |head: &Head| is_name(head) && declared.insert(Rc::clone(&head.name.text));
    for (constant, typed) in program.consts.iter().filter(|(item, _)| is_new(&item.head)) {
        tokens.extend(constant_item(constant, typed.as_ref().ok(), errors.as_deref(), spans));
    }
    let mut modules = HashSet::default();
    for built in program.models.iter().filter(|built| is_new(&built.model.head)) {
        // Two models with one module were reported, too.
        let mut module = module_name(&built.model.head.name.text);
        while !modules.insert(module.clone()) {
            module.push('_');
        }
        tokens.extend(model_items(built, &module, errors.as_deref(), spans));
    }
    tokens
}

/// Puts the errors into a hidden constant and gives its name. Constants that could not be computed depend on
/// it, so that what the user computes from them is silently wrong, too, and not an error of its own.
fn errors(
    program: &Program<'_>,
    diagnostics: Diagnostics,
    spans: &Spans,
    tokens: &mut TokenStream,
) -> Option<String> {
    if diagnostics.is_empty() {
        return None;
    }
    let errors = compile_errors(diagnostics, spans);
    let failed_const =
        program.consts.iter().find(|(_, typed)| typed.is_err()).map(|(constant, _)| &constant.head);
    let failed_model =
        program.models.iter().find(|built| built.graph.is_err()).map(|built| &built.model.head);
    let Some(head) = failed_const.or(failed_model) else {
        tokens.extend(errors);
        return None;
    };
    let name = format!("__errors_of_{}", head.name.text);
    let ident = Ident::new(&name, Span::call_site());
    tokens.extend(quote! {
        #[doc(hidden)]
        #[allow(dead_code, non_upper_case_globals)]
        const #ident: () = { #errors };
    });
    Some(name)
}

/// An expression that depends on the errors and gives `value`.
fn tainted(errors: Option<&str>, value: &str) -> String {
    match errors {
        Some(errors) => format!("{{ let () = {errors}; {value} }}"),
        None => value.into(),
    }
}

fn constant_item(
    constant: &Const,
    typed: Option<&Typed>,
    errors: Option<&str>,
    spans: &Spans,
) -> TokenStream {
    let (ty, value) = match (typed, &constant.ty) {
        (Some(typed), _) => (typed.ty.clone(), typed.value.clone()),
        (None, Ok(ty)) => {
            let typed = neutral(ty);
            (typed.ty, tainted(errors, &typed.value))
        }
        (None, Err(_)) => return TokenStream::new(),
    };
    let Head { attributes, visibility, .. } = &constant.head;
    let name = identifier(&constant.head, spans);
    let (ty, value) = (source(&ty), source(&value));
    // The compiler says that documentation is missing where the item stands: at its name.
    let item = quote_spanned!(name.span()=> #visibility const #name: #ty = #value;);
    quote! {
        #attributes
        #[allow(dead_code)]
        #item
    }
}

fn model_items(
    built: &Built<'_>,
    module: &str,
    errors: Option<&str>,
    spans: &Spans,
) -> TokenStream {
    let head = &built.model.head;
    let Head { attributes, visibility, .. } = head;
    let name = identifier(head, spans);
    let model = head.name.text.to_string();
    let facts = match &built.graph {
        Ok(graph) => Facts::of(graph, &built.costs, &built.symbols),
        Err(_) => Facts::unknown(built, errors),
    };
    let documentation = &facts.documentation;
    let implementation = source(&facts.implementation(&model, module));
    let module = source(&format!(
        "#[doc = {doc:?}] #[allow(dead_code, nonstandard_style, clippy::all)] /*visibility*/",
        doc = format!("The layers of `{model}`, by name."),
    ))
    .into_iter()
    .chain(visibility.clone())
    .chain(source(&format!("mod {module} {{ {} }}", facts.module)))
    .collect::<TokenStream>();
    quote! {
        #attributes
        #[doc = #documentation]
        #[allow(dead_code, non_camel_case_types)]
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
        #implementation
        #module
    }
}

/// Type and value of a number: where it is not known, those of an `Option`, so that it cannot be mistaken for one.
fn maybe(ty: &str, number: Option<impl Display>) -> (String, String) {
    match number {
        Some(number) => (ty.into(), number.to_string()),
        None => (format!("::core::option::Option<{ty}>"), "::core::option::Option::None".into()),
    }
}

/// Whether Rust takes the name of an item. A keyword was reported, and no code can name such an item.
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

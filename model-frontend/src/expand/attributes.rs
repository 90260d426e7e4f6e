//! Generated items that an attribute of the user applies to.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};

use crate::syntax::tree::Attribute;

/// The attributes of one item of a macro call.
#[derive(Clone, Copy)]
pub(super) struct Attributes<'a>(pub(super) &'a [Attribute]);

impl Attributes<'_> {
    /// Those of an item that the user does not name: conditions, and lints that are allowed in it. The item may use what is
    /// deprecated, since it belongs to it.
    pub(super) fn of_hidden_items(self) -> TokenStream {
        let mut tokens = TokenStream::new();
        for attribute in self.0 {
            match &*attribute.name {
                "cfg" | "allow" => attribute.to_tokens(&mut tokens),
                "expect" => tokens.extend(allowed(attribute)),
                "deprecated" => tokens.extend(quote!(#[allow(deprecated)])),
                _ => {}
            }
        }
        tokens
    }

    /// Those of a warning about the item: conditions, and levels of lints. Not `expect`, which one item fulfils.
    pub(super) fn of_warnings(self) -> TokenStream {
        let levels = ["cfg", "allow", "warn", "deny", "forbid"];
        let mut tokens = TokenStream::new();
        tokens.append_all(self.0.iter().filter(|it| levels.contains(&&*it.name)));
        tokens
    }

    /// Those of the module of a model's layers, whose documentation is its own.
    pub(super) fn of_module(self) -> TokenStream {
        let mut tokens = TokenStream::new();
        tokens.append_all(self.0.iter().filter(|attribute| attribute.name == "deprecated"));
        tokens
    }

    /// Those of the import that makes this module known, where rustdoc shows it.
    pub(super) fn of_import(self) -> TokenStream {
        let is_hidden = |attribute: &Attribute| {
            attribute.name == "doc"
                && attribute.tokens.to_string().replace(' ', "") == "doc(hidden)"
        };
        match self.0.iter().any(is_hidden) {
            true => quote!(#[doc(hidden)]),
            false => quote!(#[doc(inline)]),
        }
    }
}

/// `#[allow(..)]` for `#[expect(..)]`, which one item fulfils and no other has to.
fn allowed(attribute: &Attribute) -> TokenStream {
    let inside = attribute.tokens.clone().into_iter().enumerate().map(|(index, tree)| match tree {
        TokenTree::Ident(name) if index == 0 => Ident::new("allow", name.span()).into(),
        tree => tree,
    });
    let inside: TokenStream = inside.collect();
    quote!(#[#inside])
}

/// All of them, as they were written.
impl ToTokens for Attributes<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(self.0);
    }
}

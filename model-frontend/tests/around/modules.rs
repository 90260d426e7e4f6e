// Programs that compile without a warning, each a module. A program begins at `//#`, with its name. `CALL`, `USES`, `NET` and
// `OPEN` stand for the texts of these names in `named.rs` and `programs.rs`.

//# alone
CALL USES

//# behind
USES CALL

//# twice
/// One.
pub mod first { CALL USES }
/// Two.
pub mod second { CALL USES }

//# deep
/// One.
pub mod a {
/// Two.
pub mod b {
/// Three.
pub mod c { CALL USES } } }

// Values of the names that symbols have.

//# constant
#[allow(non_upper_case_globals)] const seq: usize = 96; OPEN const _: u64 = Net::macs(seq);

//# constant_of_bool
#[allow(non_upper_case_globals)] const seq: bool = true; OPEN const _: bool = seq;

//# static_item
#[allow(non_upper_case_globals)] static seq: u8 = 1; OPEN const _: &u8 = &seq;

//# static_mut
#[allow(non_upper_case_globals, dead_code)] static mut seq: u8 = 1; OPEN

//# unit_struct
#[allow(non_camel_case_types, dead_code)] struct seq; OPEN

//# tuple_struct
#[allow(non_camel_case_types, dead_code)] struct seq(usize); OPEN

//# variant
#[allow(non_camel_case_types, dead_code)] enum E { seq } #[allow(unused_imports)] use E::seq; OPEN

//# imported_constant
mod m { #[allow(non_upper_case_globals)] pub(super) const seq: i8 = 1; } use m::seq; OPEN const _: i8 = seq;

//# glob_of_constants
mod m { #[allow(non_upper_case_globals, dead_code)] pub(super) const seq: i8 = 1; } #[allow(unused_imports)] use m::*; OPEN

//# function_of_a_symbol
#[allow(dead_code)] fn seq() {} OPEN

//# module_of_a_symbol
#[allow(dead_code)] mod seq {} OPEN

//# macro_of_a_symbol
#[allow(unused_macros)] macro_rules! seq { () => {} } OPEN

//# symbols_like_items
modelwright::model! { pub(super) model Net(x: [net, layers, core, modelwright, usize, macs, size]) { x -> ReLU } }
const _: usize = Net::output_shape(1, 2, 3, 4, 5, 6, 7)[6];

//# symbols_with_weak_keywords
modelwright::model! { pub(super) model Net(x: [union, auto, default, raw, safe, macro_rules]) { x -> ReLU } }
const _: usize = Net::output_shape(1, 2, 3, 4, 5, 6)[5];

//# raw_symbol
modelwright::model! { pub(super) model Net(x: [r#seq, 3]) { x -> ReLU } } const _: usize = Net::output_shape(1)[0];

// Visibilities.

//# visibilities
mod a { pub(super) mod b {
modelwright::model! { pub(crate) model InCrate(x: [4]) { x -> Dense(1) } }
modelwright::model! { pub(super) model InParent(x: [4]) { x -> Dense(1) } }
modelwright::model! { pub(self) model InItself(x: [4]) { x -> Dense(1) } }
modelwright::model! { pub(in super::super) model InPath(x: [4]) { x -> Dense(1) } pub(in super::super) const N: usize = 3; }
const _: usize = InItself::PARAMS + in_itself::DENSE.params;
}
const _: usize = b::InParent::PARAMS + b::in_parent::DENSE.params; }
const _: usize = a::b::InCrate::PARAMS + a::b::in_crate::DENSE.params + a::b::InPath::PARAMS + a::b::in_path::DENSE.params + a::b::N;

//# reexported
mod inside { CALL } pub use inside::{Chain, chain, Symbolic, CLASSES}; pub use inside::nested as other;

//# reexported_glob
mod inside { CALL } pub use inside::*;

//# imported_above
#[allow(clippy::wildcard_imports)] use inside::*; #[allow(unreachable_pub)] mod inside { CALL } USES

//# hidden_by_an_item
#[allow(unreachable_pub)] mod inside { CALL } #[allow(unused_imports)] use inside::*; #[allow(dead_code)] mod chain {}

// Where items may be.

//# in_a_function
/// A function.
#[allow(unreachable_pub)] #[must_use] pub fn f() -> usize { CALL USES Chain::PARAMS + chain::DENSE.params }

//# in_a_closure
/// A function.
#[allow(clippy::redundant_closure_call)] #[must_use] pub fn f() -> usize { (|| { OPEN Net::LAYERS.len() + net::DENSE.params })() }

//# in_a_constant
const _: usize = { OPEN Net::LAYERS.len() + net::DENSE.params };

//# in_an_array_length
const _: [u8; { OPEN net::DENSE.params }] = [0; 10];

//# in_a_method
struct S; impl S { fn f(&self) -> usize { let _ = self; OPEN Net::LAYERS.len() + net::DENSE.params } } const _: fn(&S) -> usize = S::f;

//# in_a_trait_method
trait T { fn f() -> usize; } impl T for u8 { fn f() -> usize { OPEN net::DENSE.params } } const _: fn() -> usize = <u8 as T>::f;

//# in_a_default_method
trait T { fn f(&self) -> usize { OPEN net::DENSE.params } } impl T for u8 {} const _: fn(&u8) -> usize = <u8 as T>::f;

//# in_a_trait_constant
trait T { const N: usize; } impl T for u8 { const N: usize = { OPEN net::DENSE.params }; } const _: usize = <u8 as T>::N;

//# in_a_generic_function
fn f<T: Copy, const N: usize>(seq: T, net: [u8; N]) -> (T, usize) { OPEN (seq, Net::LAYERS.len() + net.len()) } const _: usize = { let _ = f::<u8, 3>; 1 };

//# in_an_async_function
/// A function.
#[allow(clippy::unused_async)] pub async fn f() -> usize { OPEN Net::LAYERS.len() }

//# in_blocks
const _: () = { { NET assert!(Net::PARAMS == 7850); } { OPEN assert!(net::DENSE.params == 10); } };

//# beside_locals
/// A function.
#[must_use] pub fn f(seq: usize) -> usize { let layers = seq; let net = layers; OPEN net + Net::output_shape(3)[0] }

//# beside_labels
/// A function.
#[allow(clippy::never_loop)] #[must_use] pub fn f() -> usize { 'net: loop { OPEN break 'net net::DENSE.params } }

// Macros.

//# through_a_macro
macro_rules! mlp { ($name:ident, $units:expr, $seq:ident) => { modelwright::model! { pub(super) model $name(x: [$seq, 4]) { x -> Dense($units) } } } }
mlp!(Small, 2 + 1, seq); const _: u64 = Small::macs(3); const _: usize = small::DENSE.params;

//# inside_a_macro
macro_rules! mlp { () => { modelwright::model! { pub(super) model Net(x: [seq, 4]) { x -> Dense(3) } } const _: u64 = Net::macs(3); } } mlp!(); const _: usize = net::DENSE.params;

//# through_two_macros
macro_rules! outer { ($($t:tt)*) => { inner! { $($t)* } } } macro_rules! inner { ($($t:tt)*) => { modelwright::model! { $($t)* } } }
outer! { pub(super) model Net(x: [seq, 4]) { x -> Dense(3) } } const _: u64 = Net::macs(3);

//# visibility_of_a_macro
macro_rules! mlp { ($vis:vis, $lit:literal) => { modelwright::model! { $vis model Net(x: [seq, $lit]) { x -> Dense(3) } } } } mod a { mlp!(pub(super), 4); } const _: u64 = a::Net::macs(3); const _: usize = a::net::DENSE.params;

//# renamed_macro
use modelwright::model as network; network! { model Net(x: [4]) { x -> Dense(3) } } const _: usize = Net::PARAMS;

//# brackets_of_a_macro
modelwright::model![ model Net(x: [4]) { x -> Dense(3) } ]; modelwright::model!( model Other(x: [4]) { x -> Dense(3) } ); const _: usize = Net::PARAMS + Other::PARAMS;

// Names of models.

//# keywords
modelwright::model! {
model Gen(x: [4]) { x -> Dense(3) } model Async(x: [4]) { x -> Dense(3) } model Try(x: [4]) { x -> Dense(3) }
model Dyn(x: [4]) { x -> Dense(3) } model Union(x: [4]) { x -> Dense(3) } model Loop(x: [4]) { x -> Dense(3) }
model Yield(x: [4]) { x -> Dense(3) } model MacroRules(x: [4]) { x -> Dense(3) } model Static(x: [4]) { x -> Dense(3) }
model Layers(x: [4]) { x -> Dense(3, name = "self") -> Dense(2, name = "gen") -> Dense(1, name = "Self") }
}
const _: usize = gen_::DENSE.params + async_::DENSE.params + try_::DENSE.params + dyn_::DENSE.params + union::DENSE.params
+ loop_::DENSE.params + yield_::DENSE.params + macro_rules::DENSE.params + static_::DENSE.params + layers::GEN.params;

//# primitives
modelwright::model! {
model U8(x: [4]) { x -> Dense(3) } model Str(x: [4]) { x -> Dense(3) } model Bool(x: [4]) { x -> Dense(3) }
model F32(x: [4]) { x -> Dense(3) } model Usize(x: [seq, 4]) { x -> Dense(3) } model Char(x: [4]) { x -> Dense(3) }
}
const _: (u8, &str, bool, f32, usize, char) = (1, "", true, 1.0, u8_::DENSE.params, 'a');

//# crates
modelwright::model! {
model Modelwright(x: [seq, 4]) { x -> Dense(3) } model Core(x: [4]) { x -> Dense(3) }
model Std(x: [4]) { x -> Dense(3) } model Alloc(x: [4]) { x -> Dense(3) }
}
const _: usize = { let _: (Option<core::fmt::Error>, Option<std::fmt::Error>, Option<modelwright::Layer>) = (None, None, None); core_::DENSE.params };

//# underscores
modelwright::model! { model Res_Net(x: [4]) { x -> Dense(3) } } const _: usize = Res_Net::PARAMS;

//# prelude
modelwright::model! {
pub(super) model Option(x: [4]) { x -> Dense(3) } pub(super) model Some(x: [4]) { x -> Dense(3) } pub(super) model None(x: [4]) { x -> Dense(3) }
pub(super) model Clone(x: [seq, 4]) { x -> Dense(3) } pub(super) model Model(x: [_, 4]) { x -> Dense(3) } pub(super) model Layer(x: [4]) { x -> Dense(3) }
}
const _: usize = Option::PARAMS + clone::DENSE.params;

// Attributes.

//# deprecated
modelwright::model! {
/// Old.
#[deprecated] pub model Old(x: [seq, 4]) { x -> Dense(3) }
/// Older.
#[deprecated(since = "0.1.0", note = "take another")] pub model Older(x: [4]) { x -> Dense(3) }
/// Old number.
#[deprecated = "take another"] pub const OLD: usize = 3;
/// New.
pub model New(x: [4]) { x -> Dense(OLD) -> Dense(4) -> Older }
}

//# hidden
modelwright::model! { #[doc(hidden)] pub model Net(x: [seq, 4]) { x -> Dense(3) } }

//# alias
modelwright::model! {
/// A model.
#[doc(alias = "other")] pub model Net(x: [seq, 4]) { x -> Dense(3) } }

//# must_use
modelwright::model! { #[must_use = "it is a model"] model Net(x: [seq, 4]) { x -> Dense(3) } } const _: u64 = Net::macs(2);

//# allowed
modelwright::model! { #[allow(missing_docs, dead_code, unused)] pub model Net(x: [seq, 4]) { x -> Dense(3) } #[allow(missing_docs)] pub const N: usize = 3; }

//# expected
modelwright::model! { #[expect(missing_docs)] pub const N: usize = 3; }

//# denied
modelwright::model! {
/// Documented.
#[deny(missing_docs, unused)] #[forbid(dead_code)] pub model Net(x: [seq, 4]) { x -> Dense(3) } }

//# configured_out
modelwright::model! { #[cfg(any())] pub model Net(x: [seq, 4]) { x -> Dense(3) } #[cfg(any())] pub const N: usize = 3; }
#[allow(dead_code)] struct Net; #[allow(dead_code)] mod net {} #[allow(dead_code)] const N: u8 = 1;

//# configured
modelwright::model! { #[cfg(all())] model Net(x: [seq, 4]) { x -> Dense(N) } #[cfg(not(any()))] const N: usize = 3; } const _: usize = Net::PARAMS + net::DENSE.params + N;

//# configured_apart
modelwright::model! { #[cfg(any())] model Net(x: [4]) { x -> Dense(3) } } modelwright::model! { #[cfg(not(any()))] model Net(x: [4]) { x -> Dense(2) } } const _: usize = Net::PARAMS;

//# attributes_around
#[cfg(any(unix, not(unix)))] modelwright::model! { model Net(x: [4]) { x -> Dense(3) } } const _: usize = Net::PARAMS;

//# forbidding
#![forbid(warnings, unused, dead_code, nonstandard_style, missing_docs, deprecated, clippy::all)]
CALL USES

// What is implemented for a model by hand.

//# implementations
OPEN impl Net { const HEADS: usize = 3; const fn heads() -> usize { Self::HEADS } }
impl core::fmt::Display for Net { fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result { write!(f, "{}", Self::NAME) } }
impl From<Net> for usize { fn from(Net: Net) -> Self { Self::from(Net::heads() > 0) } }
const _: fn(Net) -> usize = <usize as From<Net>>::from;

//# trait_of_the_same_methods
trait Summary { const PARAMS: u8 = 1; const SPEC: u8 = 2; fn summary() -> u8 { 3 } fn macs() -> u8 { 4 } fn name(&self) -> u8 { 5 } }
OPEN impl Summary for Net {} const _: (usize, u64, fn() -> u8) = (Net::PARAMS, Net::macs(3), <Net as Summary>::macs);
#[allow(clippy::type_complexity)] const _: (u8, u8, fn() -> u8, fn(&Net) -> u8) = (<Net as Summary>::PARAMS, <Net as Summary>::SPEC, <Net as Summary>::summary, Net::name);

//# generic_user
fn params<M: modelwright::Model>() -> usize { M::SPEC.params } OPEN const _: fn() -> usize = params::<Net>;

//# derived_traits
OPEN const fn all<T: Clone + Copy + core::fmt::Debug + Default + PartialEq + Eq + core::hash::Hash + Send + Sync + 'static>() {} const _: () = all::<Net>();

// What is in the way of paths.

//# crates_as_modules
#[allow(dead_code)] mod core {} #[allow(dead_code)] mod std {} #[allow(dead_code)] mod alloc {} #[allow(dead_code)] mod modelwright {}
::modelwright::model! { model Net(x: [seq, 4]) { x -> Dense(2) } } const _: usize = Net::PARAMS;

// Programs of which the compiler says something: what it begins with stands behind `//~`, in the order of the source.

//# module_taken
#[allow(dead_code)] mod net {} OPEN const _: usize = Net::PARAMS;
//~ error: the name `net` is defined multiple times

//# module_taken_below
OPEN const _: usize = Net::PARAMS; #[allow(dead_code)] mod net {}
//~ error: the name `net` is defined multiple times

//# name_taken
#[allow(dead_code)] struct Net; OPEN
//~ error: the name `Net` is defined multiple times

//# constant_taken
#[allow(dead_code)] const N: usize = 3; modelwright::model! { const N: usize = 4; }
//~ error: the name `N` is defined multiple times

//# constant_of_rust
#[allow(dead_code)] const H: usize = 96;
modelwright::model! { model Net(image: [H, 8, 3]) -> [H, 8, 2] { image -> Dense(2) } }
const _: &str = Net::NAME;
//~ error: cannot find constant `H`

//# deprecated_used
modelwright::model! {
/// Old.
#[deprecated] pub model Old(x: [4]) { x -> Dense(3) } }
const _: usize = Old::PARAMS;
const _: usize = old::DENSE.params;
//~ warning: use of deprecated struct
//~ warning: use of deprecated constant

//# must_use_ignored
modelwright::model! { #[must_use] model Net(x: [4]) { x -> Dense(3) } }
/// A function.
pub fn f() { fn net() -> Net { Net }
net(); }
//~ warning: unused `

//# unfulfilled
modelwright::model! { #[expect(missing_docs)]
model Net(x: [4]) { x -> Dense(3) } }
//~ warning: this lint expectation is unfulfilled

//# configured_away
modelwright::model! { #[cfg(any())] model Net(x: [4]) { x -> Dense(3) } }
const _: usize = Net::PARAMS;
//~ error: cannot find

//# wrong_condition
modelwright::model! { #[cfg(4)] model Net(x: [4]) { x -> Dense(3) } }
//~ error: 

//# undocumented
modelwright::model! { pub const N: usize = 3; }
//~ warning: missing documentation for a constant

//# lower_case_constant
modelwright::model! { const n: usize = 3; }
//~ warning: constant `n` should have an upper case name

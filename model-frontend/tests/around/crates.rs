// Programs that compile without a warning, each a crate. What begins with `#!` goes to the head of the crate.

//# no_std
#![no_std]
CALL USES

//# no_implicit_prelude
#![no_implicit_prelude]
::CALL

//# root
CALL USES

//# root_names
modelwright::model! {
model Modelwright(x: [seq, 4]) { x -> Dense(3) } model Core(x: [4]) { x -> Dense(3) }
model Std(x: [4]) { x -> Dense(3) } model Alloc(x: [4]) { x -> Dense(3) } model U64(x: [4]) { x -> Dense(3) }
}
use core::default::Default; use std::fmt; use modelwright::Layer;
#[allow(clippy::type_complexity)] const _: (fn() -> Core, fn(&Layer, &mut fmt::Formatter<'_>) -> fmt::Result, u64) = (<Core as Default>::default, <Layer as fmt::Debug>::fmt, 1);

//# denied_warnings
#![deny(warnings, missing_docs, unused, clippy::pedantic)]
CALL USES

//# forbidden_warnings
#![forbid(warnings, unused, dead_code, missing_docs, nonstandard_style, clippy::all, clippy::pedantic)]
CALL USES

//# macro_use
#[macro_use] extern crate modelwright;
model! { model Net(x: [seq, 4]) { x -> Dense(3) } } const _: usize = Net::PARAMS;

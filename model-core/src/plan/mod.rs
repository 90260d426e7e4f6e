//! A model as a program.

#[cfg(feature = "infer")]
pub mod lowered;

#![deny(missing_docs)]
//! A constant without documentation.

use modelwright::model;

model! {
    pub const CLASSES: usize = 10;

    /// A network.
    pub model Net(image: [28, 28, 1]) {
        image -> Flatten -> Dense(CLASSES)
    }
}

fn main() {}

//! A Siamese network for one-shot recognition (Koch et al., 2015, "Siamese Neural Networks for One-shot Image
//! Recognition", the deep learning workshop of ICML): `let` makes a layer, and a layer used twice is one
//! set of weights, counted once and called twice.

use modelwright::model;

model! {
    /// Are these two characters the same?
    #[name = "siamese"]
    pub model Siamese(left: [105, 105, 1], right: [105, 105, 1]) -> [1] {
        let tower = Sequential(
            Conv2D(64, 10, activation = relu)
                -> MaxPooling2D(2)
                -> Conv2D(128, 7, activation = relu)
                -> MaxPooling2D(2)
                -> Conv2D(128, 4, activation = relu)
                -> MaxPooling2D(2)
                -> Conv2D(256, 4, activation = relu)
                -> Flatten
                -> Dense(4096, activation = sigmoid),
            name = "tower",
        );
        let (a, b) = (left -> tower, right -> tower);
        let distance = ((a, b) -> Maximum) - ((a, b) -> Minimum);
        distance -> Dense(1, activation = sigmoid)
    }
}

const _: () = assert!(Siamese::PARAMS == 38_951_745);
const _: () = assert!(Siamese::PARAMS == siamese::TOWER.params + siamese::DENSE_1.params);

fn main() {
    println!("{}", Siamese::summary().terminal_width(112).expand_nested(true));
    for input in siamese::TOWER.inputs {
        println!("the tower is called on {input}");
    }
}

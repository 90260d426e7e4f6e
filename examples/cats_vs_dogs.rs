//! The model of the mission.
use modelwright::model;
model! {
    /// Cats against dogs.
    pub model CatsVsDogs(input_2: [150, 150, 3]) -> [1] {
        input_2
            -> Conv2D(16, 3, activation = relu, name = "conv2d_4")
            -> MaxPooling2D(2, name = "max_pooling2d_4")
            -> Conv2D(32, 3, activation = relu, name = "conv2d_5")
            -> MaxPooling2D(2, name = "max_pooling2d_5")
            -> Conv2D(64, 3, activation = relu, name = "conv2d_6")
            -> MaxPooling2D(2, name = "max_pooling2d_6")
            -> Flatten(name = "flatten_1")
            -> Dense(512, activation = relu, name = "dense_1")
            -> Dense(1, activation = sigmoid, name = "dense_2")
    }
}
const _: () = assert!(CatsVsDogs::PARAMS == 9_494_561);
fn main() {
    println!("{}", CatsVsDogs::summary());
    println!("{:?}", cats_vs_dogs::CONV2D_4);
}

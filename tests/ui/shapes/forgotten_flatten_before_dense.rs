use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) -> [10] {
        image -> Conv2D(8, 3) -> MaxPooling2D(2) -> Dense(64, activation = relu) -> Dense(10)
    }
}

fn main() {}

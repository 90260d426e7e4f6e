use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Conv2D(8, 3) -> MaxPooling2D(4) -> MaxPooling2D(4) -> Conv2D(16, 3) -> Flatten -> Dense(10)
    }
}

fn main() {}

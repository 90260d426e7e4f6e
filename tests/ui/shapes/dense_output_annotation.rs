use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) -> [10] {
        image -> Conv2D(8, 3) -> Dense(10)
    }
}

fn main() {}

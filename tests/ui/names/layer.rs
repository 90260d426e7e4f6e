use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Conv2d(8, 3) -> Flaten -> Dense(10)
    }
}

fn main() {}

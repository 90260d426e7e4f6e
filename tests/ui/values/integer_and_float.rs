use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Flatten -> Dense(64 * 1.5)
    }
}

fn main() {}

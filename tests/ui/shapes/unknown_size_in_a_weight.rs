use modelwright::model;

model! {
    model Net(image: [_, 28, 1]) {
        image -> Flatten -> Dense(10)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(image) {
        image -> Flatten -> Dense(10)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let features = image -> Flatten;
        feature -> Dense(10)
    }
}

fn main() {}

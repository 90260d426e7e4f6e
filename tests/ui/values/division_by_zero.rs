use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let n = 0;
        image -> Flatten -> Dense(64 / n)
    }
}

fn main() {}

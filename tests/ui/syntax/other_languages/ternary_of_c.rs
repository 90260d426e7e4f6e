use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let large = true;
        let units = large ? 64 : 32;
        image -> Flatten -> Dense(units)
    }
}

fn main() {}

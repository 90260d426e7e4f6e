use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let units = 128 as f64 * 0.5;
        image -> Flatten -> Dense(units)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        let units = 8 * 0.5;
        x -> Dense(units)
    }
}

fn main() {}

use modelwright::model;

model! {
    const UNITS: usize = -4;

    model Net(x: [8]) {
        x -> Dense(UNITS)
    }
}

fn main() {}

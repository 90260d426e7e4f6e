use modelwright::model;

model! {
    model Net(x: [8]) {
        const UNITS: usize = 4;
        x -> Dense(UNITS)
    }
}

fn main() {}

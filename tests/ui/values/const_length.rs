use modelwright::model;

model! {
    pub const UNITS: [usize; 2] = [8, 16, 32];

    model Net(x: [8]) {
        x -> Dense(UNITS[0])
    }
}

fn main() {}

use modelwright::model;

pub const UNITS: usize = 10;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Flatten -> Dense(UNITS)
    }
}

fn main() {}

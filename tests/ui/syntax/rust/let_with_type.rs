use modelwright::model;

model! {
    model Net(x: [8]) {
        let units: usize = 64;
        x -> Dense(units)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [64]) {
        let units = 64.sqrt();
        x -> Dense(units)
    }
}

fn main() {}

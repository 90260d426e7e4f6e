use modelwright::model;

model! {
    model Net(x: [8]) {
        let units = max(4, 8);
        x -> Dense(units)
    }
}

fn main() {}

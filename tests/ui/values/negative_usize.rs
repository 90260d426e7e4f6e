use modelwright::model;

model! {
    model Net(x: [8]) {
        let units = (4 - 8) as usize;
        x -> Dense(units)
    }
}

fn main() {}

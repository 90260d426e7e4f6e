use modelwright::model;

model! {
    model Net(x: [8]) {
        let units = match 3 { 3 => 64, _ => 32 };
        x -> Dense(units)
    }
}

fn main() {}

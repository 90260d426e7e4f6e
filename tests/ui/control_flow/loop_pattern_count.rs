use modelwright::model;

model! {
    model Net(x: [8]) {
        let mut y = x;
        for (units, rate) in [8, 16] {
            y = y -> Dense(units) -> Dropout(rate);
        }
        y
    }
}

fn main() {}

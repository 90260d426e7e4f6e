use modelwright::model;

model! {
    model Net(x: [8]) {
        let mut y = x;
        for (units, rate) in [(16, 0.1), (, 0.2)] {
            y = y -> Dense(units) -> Dropout(rate);
        }
        y -> Dens(4)
    }
}

fn main() {}

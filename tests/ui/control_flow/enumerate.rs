use modelwright::model;

model! {
    model Net(x: [8]) {
        let mut y = x;
        for (i, units) in enumerate([8, 16]) {
            y = y -> Dense(units);
        }
        y
    }
}

fn main() {}

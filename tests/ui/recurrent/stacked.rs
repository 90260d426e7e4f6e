use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        let mut y = x;
        for units in [64, 32] {
            y = y -> GRU(units);
        }
        y
    }
}

fn main() {}

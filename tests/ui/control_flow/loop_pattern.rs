use modelwright::model;

model! {
    model Net(x: [8]) {
        let mut y = x;
        for units, dropout in [(8, 0.1), (16, 0.2)] {
            y = y -> Dense(units) -> Dropout(dropout);
        }
        y
    }
}

fn main() {}

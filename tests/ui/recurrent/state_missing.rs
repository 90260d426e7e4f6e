use modelwright::model;

model! {
    model Net(x: [20, 8], h: [64]) {
        (x, h) -> LSTM(64)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [10, 4]) {
        let (y, h, c) = x -> LSTM(8);
        y
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        let (y, h, c) = x -> LSTM(64, return_sequences = true, return_state = true);
        (y, h, c) -> LSTM(32)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x -> LSTM(64, return_sequence = true) -> LSTM(32)
    }
}

fn main() {}

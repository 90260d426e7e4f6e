use modelwright::model;

model! {
    model Net(x: [20, 8]) -> [10] {
        x -> LSTM(32, return_sequences = true) -> Dense(10)
    }
}

fn main() {}

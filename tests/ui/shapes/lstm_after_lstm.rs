use modelwright::model;

model! {
    model Net(tokens: i32[20]) {
        tokens -> Embedding(1000, 32) -> LSTM(64) -> LSTM(64) -> Dense(1)
    }
}

fn main() {}

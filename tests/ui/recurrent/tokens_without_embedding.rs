use modelwright::model;

model! {
    model Net(tokens: i32[20]) {
        tokens -> LSTM(64)
    }
}

fn main() {}

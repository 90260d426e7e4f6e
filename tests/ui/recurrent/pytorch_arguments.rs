use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x -> LSTM(input_size = 8, hidden_size = 64)
    }
}

fn main() {}

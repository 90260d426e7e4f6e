use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x -> LSTM(64, num_layers = 2, bidirectional = true)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x -> LSTM(64, batch_first = true)
    }
}

fn main() {}

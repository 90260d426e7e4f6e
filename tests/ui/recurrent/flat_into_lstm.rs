use modelwright::model;

model! {
    model Net(x: [784]) {
        x -> LSTM(64)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        let (y, h) = x -> LSTM(64, return_state = true);
        (y, h) -> Concatenate
    }
}

fn main() {}

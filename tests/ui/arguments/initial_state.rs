use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        let (y, h, c) = x -> LSTM(64, return_state = true);
        x -> LSTM(64, initial_state = [h, c])
    }
}

fn main() {}

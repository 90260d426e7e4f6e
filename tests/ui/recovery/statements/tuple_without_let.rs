use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        (y, h, c) = x -> LSTM(64, return_state = true);
        y + h + c -> Dens(4)
    }
}

fn main() {}

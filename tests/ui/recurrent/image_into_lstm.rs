use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> LSTM(64)
    }
}

fn main() {}

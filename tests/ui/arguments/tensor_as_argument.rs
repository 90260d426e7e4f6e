use modelwright::model;

model! {
    model Net(x: [8]) {
        Dense(x, 4)
    }
}

fn main() {}

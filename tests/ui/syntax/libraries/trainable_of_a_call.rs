use modelwright::model;

model! {
    model Net(x: [8]) {
        Dense(64).trainable = false;
        x -> Dense(4)
    }
}

fn main() {}

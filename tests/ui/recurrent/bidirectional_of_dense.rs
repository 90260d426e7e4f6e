use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x -> Bidirectional(Dense(8))
    }
}

fn main() {}

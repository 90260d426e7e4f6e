use modelwright::model;

model! {
    layer Flatten(x: [n]) -> [n] { }

    model Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> 64 -> Dense(2)
    }
}

fn main() {}

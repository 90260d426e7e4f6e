use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dense(4, activation = none)
    }
}

fn main() {}

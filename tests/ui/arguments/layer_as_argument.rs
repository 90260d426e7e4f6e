use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dense(Dense(4))
    }
}

fn main() {}

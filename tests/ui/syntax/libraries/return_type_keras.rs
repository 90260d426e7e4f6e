use modelwright::model;

model! {
    model Net(x: [8]) -> 10 {
        x -> Dense(10)
    }
}

fn main() {}

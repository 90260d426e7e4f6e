use modelwright::model;

model! {
    model Net(x: [8]) -> ([10], [2]) {
        (x -> Dense(10), x -> Dense(3))
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        let (a, b) = x -> Dense(4);
        (a, b) -> Concatenate
    }
}

fn main() {}

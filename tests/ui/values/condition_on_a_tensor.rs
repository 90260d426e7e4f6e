use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = if x > 0 { x -> Dense(4) } else { x };
        y
    }
}

fn main() {}

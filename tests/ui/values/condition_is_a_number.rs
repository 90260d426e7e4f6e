use modelwright::model;

model! {
    model Net(x: [8]) {
        let depth = 2;
        let y = if depth { x -> Dense(4) } else { x };
        y
    }
}

fn main() {}

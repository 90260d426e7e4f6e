use modelwright::model;

model! {
    model Net(x: [8]) {
        let depth = 2;
        let y = if depth = 2 { x -> Dense(8) } else { x };
        y
    }
}

fn main() {}

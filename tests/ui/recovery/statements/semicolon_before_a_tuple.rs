use modelwright::model;

model! {
    model Net(x: [8]) -> ([4], [2]) {
        let y = x -> Dense(4)
        (y, y -> Dense(3))
    }
}

fn main() {}

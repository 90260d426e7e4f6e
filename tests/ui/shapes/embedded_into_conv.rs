use modelwright::model;

model! {
    model Net(x: [20]) {
        x -> Dense(4) -> Embedding(1000, 8) -> Conv2D(8, 3)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(tokens: [20]: i32) {
        tokens -> Embedding(1000, 64)
    }
}

fn main() {}

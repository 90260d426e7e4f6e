use modelwright::model;

model! {
    model Net(tokens: integer[20]) {
        tokens -> Embedding(1000, 8)
    }
}

fn main() {}

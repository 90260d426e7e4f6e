use modelwright::model;

model! {
    model Net(tokens: usize[20]) {
        tokens -> Embedding(1000, 64)
    }
}

fn main() {}

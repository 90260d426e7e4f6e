use modelwright::model;

model! {
    model Net(x: [20, 64]) {
        x -> SelfAttention(8)
    }
}

fn main() {}

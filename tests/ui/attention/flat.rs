use modelwright::model;

model! {
    model Net(x: [64]) {
        (x, x) -> MultiHeadAttention(8, 8)
    }
}

fn main() {}

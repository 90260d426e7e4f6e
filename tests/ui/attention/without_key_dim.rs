use modelwright::model;

model! {
    model Net(x: [20, 64]) {
        (x, x) -> MultiHeadAttention(8)
    }
}

fn main() {}

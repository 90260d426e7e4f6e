use modelwright::model;

model! {
    model Net(x: [20, 64]) {
        x -> MultiHeadAttention(8, 8)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [20, 64]) {
        (x, x) -> MultiHeadAttention(embed_dim = 64, num_heads = 8)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(q: [20, 64], k: [20, 64], v: [20, 64], m: [20, 64], n: [20, 64]) {
        (q, k, v, m, n) -> MultiHeadAttention(8, 8)
    }
}

fn main() {}

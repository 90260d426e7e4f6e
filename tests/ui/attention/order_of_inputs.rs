use modelwright::model;

model! {
    model Net(query: [20, 64], keys: [30, 64], values: [40, 64]) {
        (query, keys, values) -> MultiHeadAttention(8, 8)
    }
}

fn main() {}

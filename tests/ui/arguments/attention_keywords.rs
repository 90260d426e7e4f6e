use modelwright::model;

model! {
    model Net(x: [20, 64]) {
        let y = MultiHeadAttention(8, 8)(query = x, value = x);
        y
    }
}

fn main() {}

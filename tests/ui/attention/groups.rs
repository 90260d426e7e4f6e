use modelwright::model;

model! {
    model Net(x: [20, 64]) {
        (x, x) -> GroupQueryAttention(8, 6, 4)
    }
}

fn main() {}

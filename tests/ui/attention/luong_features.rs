use modelwright::model;

model! {
    model Net(query: [20, 64], value: [30, 32]) {
        (query, value) -> Attention
    }
}

fn main() {}

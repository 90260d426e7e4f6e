use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x -> Bidirectional(64)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x -> GRU(64, 32)
    }
}

fn main() {}

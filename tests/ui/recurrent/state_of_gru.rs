use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        let (y, h, c) = x -> GRU(64, return_state = true);
        y
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(a: [8], b: [8]) {
        (a, b) -> Concatenate(dim = 1)
    }
}

fn main() {}

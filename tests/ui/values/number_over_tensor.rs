use modelwright::model;

model! {
    model Net(x: [8]) {
        1.0 / x
    }
}

fn main() {}

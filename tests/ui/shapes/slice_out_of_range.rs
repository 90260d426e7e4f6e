use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        x[20]
    }
}

fn main() {}

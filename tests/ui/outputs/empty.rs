use modelwright::model;

model! {
    model Net(x: [8]) {
    }
}

fn main() {}

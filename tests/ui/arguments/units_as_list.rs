use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dense([64, 32])
    }
}

fn main() {}

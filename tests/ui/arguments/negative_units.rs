use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dense(-1)
    }
}

fn main() {}

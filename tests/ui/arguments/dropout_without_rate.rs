use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dropout
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dropout(rate = 2.0)
    }
}

fn main() {}

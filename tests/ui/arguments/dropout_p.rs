use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dropout(p = 0.5)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dropout(50)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net() {
        Dense(4)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        let head = Sequential([x, Dense(4)]);
        x -> head
    }
}

fn main() {}

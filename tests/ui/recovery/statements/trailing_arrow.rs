use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = x -> Dense(0);
        y ->
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = x |> Dense(10);
        y
    }
}

fn main() {}

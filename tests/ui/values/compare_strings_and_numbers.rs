use modelwright::model;

model! {
    model Net(x: [8]) {
        let kind = "deep";
        let units = if kind == 2 { 64 } else { 32 };
        x -> Dense(units)
    }
}

fn main() {}

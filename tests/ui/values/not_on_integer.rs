use modelwright::model;

model! {
    model Net(x: [8]) {
        let units = if !1 { 64 } else { 32 };
        x -> Dense(units)
    }
}

fn main() {}

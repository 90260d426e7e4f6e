use modelwright::model;

model! {
    model Net(x: [8]) {
        let wide = true;
        let units = 64 if wide else 32;
        x -> Dense(units)
    }
}

fn main() {}

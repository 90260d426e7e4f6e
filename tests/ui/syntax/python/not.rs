use modelwright::model;

model! {
    model Net(x: [8]) {
        let wide = true;
        let units = if not wide { 64 } else { 32 };
        x -> Dense(units)
    }
}

fn main() {}

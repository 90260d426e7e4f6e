use modelwright::model;

model! {
    model Net(x: [8]) {
        let (wide, deep) = (true, false);
        let units = if wide and deep { 64 } else { 32 };
        x -> Dense(units)
    }
}

fn main() {}

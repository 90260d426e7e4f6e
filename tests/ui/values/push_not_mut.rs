use modelwright::model;

model! {
    model Net(x: [8]) {
        let units = [8];
        units.push(16);
        x -> Dense(units[0])
    }
}

fn main() {}

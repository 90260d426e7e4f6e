use modelwright::model;

model! {
    model Net(x: [8]) {
        let units = [8 * i for i in 1..4];
        x -> Dense(units[0])
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        let units = [32, 64];
        x -> Dense(units.length())
    }
}

fn main() {}

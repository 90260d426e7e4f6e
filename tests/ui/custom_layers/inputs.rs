use modelwright::model;

model! {
    layer Gate(a: [n], b: [n]) -> [n] { weight: [n] }

    model Net(x: [8]) {
        x -> Gate
    }
}

fn main() {}

use modelwright::model;

model! {
    layer Gate(a: [n], b: [n]) -> [n] { weight: [n] }

    model Net(a: [8], b: [4]) {
        (a, b) -> Gate
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(a: [10, 8], b: [10, 4]) {
        (a, b) -> Dot(axes = 2)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(a: [3], b: [4]) {
        a, b -> Concatenate
    }
}

fn main() {}

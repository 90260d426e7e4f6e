use modelwright::model;

model! {
    model Net(a: [3], b: [4]) {
        Concatenate(a, b)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(a: [4, 8], b: [8, 4]) {
        a @ b
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(a: [8], b: [9]) {
        (a, b) -> Average
    }
}

fn main() {}

use modelwright::model;

model! {
    model Pair(a: [8], b: [8]) {
        (a, b) -> Concatenate
    }

    model Net(x: [8]) {
        x -> Pair
    }
}

fn main() {}

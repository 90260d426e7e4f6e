use modelwright::model;

model! {
    fn join(a: [_], b: [_]) {
        (a, b) -> Concatenate
    }

    model Net(x: [8]) {
        x -> join
    }
}

fn main() {}

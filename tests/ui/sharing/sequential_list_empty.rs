use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Sequential([])
    }
}

fn main() {}

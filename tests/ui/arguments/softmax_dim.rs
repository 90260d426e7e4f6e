use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Softmax(dim = -1)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [784]) {
        x -> Reshape([-1, -1, 1])
    }
}

fn main() {}

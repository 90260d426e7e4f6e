use modelwright::model;

model! {
    model Net(x: [784]) {
        x -> Reshape([-1, 28, 28, 1]) -> Conv2D(8, 3)
    }
}

fn main() {}

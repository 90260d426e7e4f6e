use modelwright::model;

model! {
    model Net(x: [784]) {
        x -> Conv2D(8, 3)
    }
}

fn main() {}

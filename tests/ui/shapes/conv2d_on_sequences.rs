use modelwright::model;

model! {
    model Net(x: [100, 16]) {
        x -> Conv2D(8, 3)
    }
}

fn main() {}

use modelwright::model;

model! {
    fn block(x: [_, _, 64]) {
        x -> Conv2D(64, 3)
    }

    model Net(image: [28, 28, 1]) {
        image -> Conv2D(32, 3) -> block
    }
}

fn main() {}

use modelwright::model;

model! {
    fn block(x: [_, _, c]) {
        x -> Conv2D(c, 3)
    }

    model Net(x: [8]) {
        x -> block
    }
}

fn main() {}

use modelwright::model;

model! {
    fn block(x: [_, _, _], n, n) {
        x -> Conv2D(n, 3)
    }

    model Net(image: [28, 28, 1]) {
        image -> block(8, 3)
    }
}

fn main() {}

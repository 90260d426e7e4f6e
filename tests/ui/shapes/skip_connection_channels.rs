use modelwright::model;

model! {
    fn residual(x: [_, _, _], filters) {
        let y = x -> Conv2D(filters, 3, padding = same) -> BatchNormalization;
        y + x -> ReLU
    }

    model Net(image: [32, 32, 3]) {
        image -> Conv2D(16, 3, padding = same) -> residual(16) -> residual(32)
    }
}

fn main() {}

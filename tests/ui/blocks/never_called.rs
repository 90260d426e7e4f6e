use modelwright::model;

model! {
    fn residual(x: [_, _, _], filters) {
        let y = x -> Conv2D(filters, kernel_sise = 3) -> BatchNorm2d;
        y + x -> Activation(rleu)
    }

    model Net(image: [28, 28, 1]) {
        image -> Flatten -> Dense(10)
    }
}

fn main() {}

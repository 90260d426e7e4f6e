use modelwright::model;

model! {
    fn stage(x, filters) {
        x -> Conv2D(filters, 3) -> ReLU
    }

    model Net(image: [28, 28, 1]) {
        image -> stage(8) -> stage(16)
    }
}

fn main() {}

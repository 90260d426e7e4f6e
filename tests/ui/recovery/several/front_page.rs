use modelwright::model;

model! {
    fn residual(x: [_, _, _], filters) {
        let y = x
            -> Conv2D(filters, 3, padding = same, activation = relu)
            -> Conv2D(filters, 3, padding = same);
        y + x -> ReLU
    }

    pub model Small(image: [32, 32, 3]) -> [10] {
        image
            -> Conv2D(16, 3, padding = same)
            -> residual(16)
            -> residual(32)
            -> GlobalAveragePooling2D
            -> Dense(10, activation = sofmax)
    }
}

fn main() {}

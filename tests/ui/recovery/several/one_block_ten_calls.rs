use modelwright::model;

model! {
    fn stage(x: [_, _, _], filters) {
        x -> Conv2D(filters, 3) -> MaxPooling2D(64)
    }

    model Net(image: [28, 28, 1]) {
        let mut outputs = [];
        for i in 1..11 {
            outputs.push(image -> stage(8 * i));
        }
        outputs -> Concatenate -> Flatten -> Dense(10)
    }
}

fn main() {}

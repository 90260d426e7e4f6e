use modelwright::model;

model! {
    model Net(image: [_, _, 3]) {
        let n = image.shape[0];
        let y = if n > 32 { image -> MaxPooling2D(2) } else { image };
        y
    }
}

fn main() {}

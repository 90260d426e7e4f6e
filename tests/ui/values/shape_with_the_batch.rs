use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let (batch, height, width, channels) = image.shape;
        image -> Flatten -> Dense(height * width)
    }
}

fn main() {}

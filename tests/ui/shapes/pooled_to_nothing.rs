use modelwright::model;

model! {
    model Net(image: [32, 32, 3]) {
        let mut x = image;
        for filters in [16, 32, 64, 128] {
            x = x -> Conv2D(filters, 3) -> MaxPooling2D(2);
        }
        x
    }
}

fn main() {}

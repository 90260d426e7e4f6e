use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let mut x = image;
        while x.shape[0] > 4 {
            x = x -> MaxPooling2D(2);
        }
        x
    }
}

fn main() {}

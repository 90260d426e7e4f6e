use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let mut x = image;
        for i in 0..10 {
            x = x -> Conv2D(8, 3, strides = 2);
        }
        x -> Flatten -> Dense(10)
    }
}

fn main() {}

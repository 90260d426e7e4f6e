use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let x = image;
        for i in 0..3 {
            x = x -> Conv2D(8, 3);
        }
        x
    }
}

fn main() {}

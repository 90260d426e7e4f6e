use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let mut x = image;
        for (let i = 0; i < 3; i++) {
            x = x -> Conv2D(8, 3);
        }
        x
    }
}

fn main() {}

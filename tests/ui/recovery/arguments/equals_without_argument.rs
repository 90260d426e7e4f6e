use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let y = image -> Conv2D(8, 3, = same);
        y -> Dens(4)
    }
}

fn main() {}

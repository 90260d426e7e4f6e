use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let x = image -> Conv2D(8, 3)
        let y = x -> Flaten;
        y
    }
}

fn main() {}

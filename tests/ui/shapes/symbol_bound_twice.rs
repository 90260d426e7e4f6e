use modelwright::model;

model! {
    fn square(x: [n, n, _]) {
        x -> Conv2D(8, 3)
    }

    model Net(image: [28, 20, 1]) {
        image -> square
    }
}

fn main() {}

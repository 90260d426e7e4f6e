use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> nn.Conv2d(1, 16, 3) -> Flatten
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> MaxPool2d(2) -> AdaptiveAvgPool2d(1)
    }
}

fn main() {}

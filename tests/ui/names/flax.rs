use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Conv(features = 32, kernel_size = (3, 3))
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> MaxPooling2D(kernel_size = 2, stride = 2)
    }
}

fn main() {}

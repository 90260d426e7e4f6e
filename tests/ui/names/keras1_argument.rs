use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        image -> Conv2D(nb_filter = 8, kernel_size = 3)
    }
}

fn main() {}

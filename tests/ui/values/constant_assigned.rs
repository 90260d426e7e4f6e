use modelwright::model;

model! {
    const WIDTH: usize = 8;

    model Net(image: [28, 28, 1]) {
        WIDTH = 16;
        image -> Flatten -> Dense(WIDTH)
    }
}

fn main() {}

use modelwright::model;

model! {
    const WIDTH = 8;

    model Net(image: [28, 28, 1]) {
        image -> Flatten -> Dense(WIDTH)
    }
}

fn main() {}

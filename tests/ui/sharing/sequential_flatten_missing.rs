use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let head = Sequential([Flatten(), Conv2D(4, 3)]);
        image -> head
    }
}

fn main() {}

use modelwright::model;

model! {
    fn stage(x: [_, _, _], filters) {
        x -> Conv2D(filters, 3)
    }

    model Net(image: [28, 28, 1]) {
        stage(8, image)
    }
}

fn main() {}

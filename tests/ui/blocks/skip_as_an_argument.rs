use modelwright::model;

model! {
    fn join(x: [_, _, _], skip: [_, _, _], filters) {
        (x, skip) -> Concatenate -> Conv2D(filters, 3)
    }

    model Net(image: [28, 28, 1]) {
        let skip = image -> Conv2D(1, 3, padding = same);
        image -> join(skip, 8)
    }
}

fn main() {}

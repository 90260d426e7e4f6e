use modelwright::model;

model! {
    fn deeper(x: [_]) {
        x -> deeper
    }

    model Net(image: [28, 28, 1]) {
        image -> Flatten -> deeper
    }
}

fn main() {}

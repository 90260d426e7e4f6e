use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        assert image.shape[0] == 28, "28 rows";
        image -> Flatten
    }
}

fn main() {}

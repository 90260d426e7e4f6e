use modelwright::model;

model! {
    model Net(image: [8, 8, 3]) {
        image -> Cropping2D(4)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(image: [-1, ?, 3]) {
        image -> GlobalAveragePooling2D
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(image: [28, 28, 8]) {
        let gate = image -> GlobalAveragePooling2D -> Dense(4);
        image * gate
    }
}

fn main() {}

use modelwright::model;

model! {
    model Backbone(image: [32, 32, 3]) {
        image -> Conv2D(8, 3) -> GlobalAveragePooling2D
    }

    model Net(image: [28, 28, 3]) {
        image -> Backbone -> Dense(10)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Backbone(image: [32, 32, 3]) {
        image -> Conv2D(8, 40)
    }

    model Net(image: [32, 32, 3]) {
        image -> Backbone -> Flatten -> Dense(10)
    }
}

fn main() {}

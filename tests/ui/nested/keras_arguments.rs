use modelwright::model;

model! {
    model Backbone(image: [32, 32, 3]) {
        image -> Conv2D(8, 3)
    }

    model Net(image: [32, 32, 3]) {
        image -> Backbone(include_top = false)
    }
}

fn main() {}

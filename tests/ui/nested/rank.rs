use modelwright::model;

model! {
    model Backbone(image: [32, 32, 3]) {
        image -> Conv2D(8, 3)
    }

    model Net(x: [784]) {
        x -> Backbone
    }
}

fn main() {}

use modelwright::model;

model! {
    model Backbone(image: [32, 32, 3]) {
        image -> Conv2D(8, 3)
    }

    model Net(video: [10, 28, 28, 3]) {
        video -> TimeDistributed(Backbone)
    }
}

fn main() {}

use modelwright::model;

model! {
    #[data_format = "channels_first"]
    model Net(image: [3, 32, 32]) {
        image -> Conv2D(8, 3)
    }
}

fn main() {}

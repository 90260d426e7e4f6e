use modelwright::model;

model! {
    model Net(image: [29, 29, 1]) {
        let down = image -> Conv2D(8, 3, padding = same);
        let deep = down -> MaxPooling2D(2) -> Conv2D(16, 3, padding = same);
        let up = deep -> UpSampling2D(2);
        (up, down) -> Concatenate -> Conv2D(1, 1)
    }
}

fn main() {}

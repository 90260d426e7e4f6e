use modelwright::model;

model! {
    model Net(image: [7, 7, 8]) {
        image -> UpSampling2D(scale_factor = 2)
    }
}

fn main() {}

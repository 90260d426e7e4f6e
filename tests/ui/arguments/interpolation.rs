use modelwright::model;

model! {
    model Net(image: [7, 7, 8]) {
        image -> UpSampling2D(2, interpolation = bilinar)
    }
}

fn main() {}

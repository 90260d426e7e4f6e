use modelwright::model;

model! {
    model Net(image: [7, 7, 6]) {
        image -> Conv2DTranspose(8, 3, output_padding = 2)
    }
}

fn main() {}

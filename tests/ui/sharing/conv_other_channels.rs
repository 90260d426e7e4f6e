use modelwright::model;

model! {
    model Net(image: [28, 28, 3]) {
        let conv = Conv2D(8, 3, padding = same);
        image -> conv -> conv
    }
}

fn main() {}

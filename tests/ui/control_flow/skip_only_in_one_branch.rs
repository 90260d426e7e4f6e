use modelwright::model;

model! {
    model Net(image: [28, 28, 8]) {
        let mut x = image;
        for (filters, skip) in [(8, true), (16, true)] {
            let y = x -> Conv2D(filters, 3, padding = same);
            x = if skip { y + x } else { y };
        }
        x
    }
}

fn main() {}

use modelwright::model;

model! {
    fn block(x: [_, _, c], filters) -> [_, _, c] {
        x -> Conv2D(filters, 3, padding = same)
    }

    model Net(image: [28, 28, 1]) {
        image -> block(8)
    }
}

fn main() {}

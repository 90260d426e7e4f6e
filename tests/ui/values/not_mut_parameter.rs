use modelwright::model;

model! {
    fn deep(x: [_, _, _], depth) {
        for i in 0..depth {
            x = x -> Conv2D(8, 3);
        }
        x
    }

    model Net(image: [28, 28, 1]) {
        image -> deep(3)
    }
}

fn main() {}

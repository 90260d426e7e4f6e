use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) -> [10] {
        let a = image -> Conv2D(8, 3, paddin = same);
        let b = image -> Conv2D(8, 30);
        let c = image -> Dence(3);
        let d = 1 + 1.0;
        let e = imge -> Flatten;
        image -> Flatten -> Dense(11)
    }
}

fn main() {}

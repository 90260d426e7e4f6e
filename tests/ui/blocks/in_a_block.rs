use modelwright::model;

model! {
    fn unit(x: [_, _, _], kernel) {
        x -> Conv2D(8, kernel)
    }
    fn stage(x: [_, _, _]) {
        x -> unit(3) -> unit(5)
    }

    model Net(image: [6, 6, 1]) {
        image -> stage
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(image: Tensor<3>) {
        image -> Flatten -> Dense(10)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dense(4, kernel_initializer = "he_normal")
    }
}

fn main() {}

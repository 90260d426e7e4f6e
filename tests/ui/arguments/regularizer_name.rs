use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dense(4, kernel_regularizer = L3(0.01))
    }
}

fn main() {}

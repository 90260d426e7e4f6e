use modelwright::model;

model! {
    model Net(x: [784]) {
        x -> Dense(in_features = 784, out_features = 10)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> Dense(4, name = 'd')
    }
}

fn main() {}

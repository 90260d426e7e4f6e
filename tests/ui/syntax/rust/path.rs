use modelwright::model;

model! {
    model Net(x: [8]) {
        x -> keras::layers::Dense(10)
    }
}

fn main() {}

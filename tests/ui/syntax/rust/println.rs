use modelwright::model;

model! {
    model Net(x: [8]) {
        println!("building");
        x -> Dense(4)
    }
}

fn main() {}

use modelwright::model;

model! {
    pub const NAME: String = "net";

    model Net(x: [8]) {
        x -> Dense(4)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = self.dense(x);
        y -> Dense(10)
    }
}

fn main() {}

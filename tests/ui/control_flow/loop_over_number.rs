use modelwright::model;

model! {
    model Net(x: [8]) {
        let mut y = x;
        for i in 3 {
            y = y -> Dense(8);
        }
        y
    }
}

fn main() {}

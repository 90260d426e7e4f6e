use modelwright::model;

model! {
    model Net(x: [8]) {
        let mut y = x;
        for i in 0..3 {
            y = y -> Dense(8);
            if i == 1 { break; }
        }
        y
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [20, 8]) {
        let mut y = x[0];
        for step in x {
            y = y + step;
        }
        y
    }
}

fn main() {}

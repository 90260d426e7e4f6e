use modelwright::model;

model! {
    model Net(x: [8]) {
        mut y = x;
        y = y -> Dense(4);
        y -> Dens(4)
    }
}

fn main() {}

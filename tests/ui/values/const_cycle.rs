use modelwright::model;

model! {
    const A: usize = B + 1;
    const B: usize = A + 1;

    model Net(x: [8]) {
        x -> Dense(A)
    }
}

fn main() {}

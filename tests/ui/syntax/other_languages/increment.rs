use modelwright::model;

model! {
    model Net(x: [8]) {
        let mut i = 1;
        i++;
        x -> Dense(i)
    }
}

fn main() {}

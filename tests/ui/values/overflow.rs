use modelwright::model;

model! {
    model Net(x: [8]) {
        let big = 9223372036854775807 + 1;
        x -> Dense(big)
    }
}

fn main() {}

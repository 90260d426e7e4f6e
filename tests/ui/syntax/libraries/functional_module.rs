use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = F.relu(x);
        y -> Dense(4)
    }
}

fn main() {}

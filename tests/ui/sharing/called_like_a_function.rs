use modelwright::model;

model! {
    model Net(a: [8], b: [8]) {
        let tower = Dense(4);
        tower(a) + tower(b)
    }
}

fn main() {}

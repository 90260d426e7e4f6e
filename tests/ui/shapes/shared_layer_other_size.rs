use modelwright::model;

model! {
    model Net(a: [8], b: [9]) {
        let tower = Dense(64);
        let left = a -> tower;
        let right = b -> tower;
        left - right
    }
}

fn main() {}

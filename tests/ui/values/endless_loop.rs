use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        let mut n = 1;
        for i in 0..9000000000 {
            n = 2;
        }
        image -> Flatten -> Dense(n)
    }
}

fn main() {}

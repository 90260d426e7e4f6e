use modelwright::model;

model! {
    model Net(image: [28, 28, 1]) {
        while true { }
        let x = image -> Flaten;
        unsafe { x }
        x -> Dense(0)
    }
}

fn main() {}

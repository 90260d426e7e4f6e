use modelwright::model;

model! {
    model Net(x: [8]) {
        let y = x -> Dense();
        y -> Dens(4)
    }
}

fn main() {}

use modelwright::model;

model! {
    model Net(x: [8]) {
        let n = x. ;
        let y = x -> Dens(4);
        y
    }
}

fn main() {}

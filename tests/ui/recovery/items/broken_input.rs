use modelwright::model;

model! {
    model Net(image: [28, 28, ], x: ) {
        image -> Flatten -> Dens(4)
    }
}

fn main() {}

use modelwright::model;

model! {
    const deep: bool = false;
    const wide: bool = true;

    model Net(image: [28, 28, 1]) {
        let units = if deep { 64 } elseif wide { 32 } else { 16 };
        image -> Flatten -> Dense(units)
    }
}

fn main() {}

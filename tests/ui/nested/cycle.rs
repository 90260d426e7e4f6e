use modelwright::model;

model! {
    model Left(x: [8]) {
        x -> Right
    }

    model Right(x: [8]) {
        x -> Left
    }
}

fn main() {}

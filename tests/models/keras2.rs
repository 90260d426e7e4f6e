//! Models of `tests/golden/keras2` that differ from those of Keras 3: their inputs are `input_1`, `input_2`, ...

use modelwright::model;

model! {
    #[name = "model"]
    pub model Seed(input_1: [150, 150, 3]) -> [1] {
        let mut x = input_1;
        for filters in [16, 32, 64] {
            x = x -> Conv2D(filters, 3, activation = relu) -> MaxPooling2D(2);
        }
        x -> Flatten -> Dense(512, activation = relu) -> Dense(1, activation = sigmoid)
    }

    #[name = "model"]
    pub model LongNames(
        an_extremely_long_input_layer_name_that_must_wrap_around: [1000, 1000, 3],
    ) -> [1000, 1000, 8] {
        let x = an_extremely_long_input_layer_name_that_must_wrap_around -> Conv2D(
            123_456,
            1,
            name = "conv_with_a_really_long_name_and_many_words_in_it_so_it_wraps_twice",
        );
        let b = x -> Conv2D(8, 1, name = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
        (b, x -> Conv2D(8, 1)) -> Add
    }

    #[name = "ticket"]
    pub model MultiIo(title: [32], body: [16]) -> ([1], [4]) {
        let x = (title -> Dense(8), body -> Dense(8)) -> Concatenate;
        (x -> Dense(1, name = "priority"), x -> Dense(4, name = "department"))
    }

    #[name = "lvl2"]
    model Level2(input_1: [8]) -> [4] {
        input_1 -> Dense(4)
    }

    #[name = "lvl1"]
    model Level1(input_2: [8]) -> [4] {
        input_2 -> Level2 -> Activation(relu)
    }

    #[name = "lvl0"]
    pub model NestedTwoLevels(input_3: [8]) -> [4] {
        (input_3 -> Level1, input_3 -> Dense(4, name = "dense_1")) -> Add
    }
}

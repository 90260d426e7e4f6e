//! Small models of `tests/golden/models`. If Keras continued the numbering of a layer's name from another model of its session,
//! the name is explicit.

use modelwright::model;

model! {
    fn cats_vs_dogs(image: [150, 150, 3]) -> [1] {
        let mut x = image;
        for filters in [16, 32, 64] {
            x = x -> Conv2D(filters, 3, activation = relu) -> MaxPooling2D(2);
        }
        x -> Flatten -> Dense(512, activation = relu) -> Dense(1, activation = sigmoid)
    }

    #[name = "functional"]
    pub model Seed(input_layer: [150, 150, 3]) -> [1] {
        input_layer -> cats_vs_dogs
    }

    #[sequential]
    #[name = "sequential"]
    pub model SeedSequential(input_layer: [150, 150, 3]) -> [1] {
        input_layer -> cats_vs_dogs
    }

    #[name = "functional"]
    pub model BidirNoneMerge(input_layer: [10, 8]) -> [8] {
        input_layer -> Bidirectional(GRU(4), merge_mode = None) -> Concatenate
    }

    #[sequential]
    #[name = "sequential"]
    #[data_format = channels_first]
    pub model ChannelsFirst(input_layer: [3, 32, 32]) -> [2] {
        input_layer
            -> Conv2D(8, 3)
            -> MaxPooling2D(2)
            -> BatchNormalization(axis = 1)
            -> Flatten
            -> Dense(2)
    }

    #[sequential]
    #[name = "sequential"]
    pub model ConvlstmVideo(input_layer: [_, 64, 64, 1]) -> [_, 64, 64, 1] {
        input_layer
            -> ConvLSTM2D(16, 5, padding = same, return_sequences = true)
            -> BatchNormalization
            -> ConvLSTM2D(16, 3, padding = same, return_sequences = true)
            -> Conv3D(1, 3, padding = same, activation = sigmoid)
    }

    #[sequential]
    #[name = "sequential"]
    pub model FrozenPart(input_layer: [8]) -> [2] {
        input_layer -> Dense(4, trainable = false) -> BatchNormalization -> Dense(2)
    }

    #[sequential]
    #[name = "sequential"]
    pub model HalfPrecision(input_layer: [8]) -> [2] {
        input_layer -> Dense(4, dtype = float16) -> Dense(2, dtype = bfloat16)
    }

    #[name = "functional"]
    pub model LongNames(
        an_extremely_long_input_layer_name_that_must_wrap_around: [1000, 1000, 3],
    ) -> [1000, 1000, 8] {
        let x = an_extremely_long_input_layer_name_that_must_wrap_around -> Conv2D(
            123_456,
            1,
            name = "conv_with_a_really_long_name_and_many_words_in_it_so_that_it_wraps_twice_in_the_table_at_least_once",
        );
        let b = x -> Conv2D(8, 1, name = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
        let c = x -> Conv2D(8, 1, name = "c d e f g h i j k l m n o p q r s t u v w x y z");
        (b, c) -> Add(name = "add [bold]markup[x] [0][1]")
    }

    #[name = "functional"]
    pub model LstmReturnState(input_layer: [10, 8]) -> ([10, 4], [4], [4]) {
        input_layer -> LSTM(4, return_sequences = true, return_state = true)
    }

    #[sequential]
    #[name = "sequential"]
    pub model LstmText(input_layer: i32[_]) -> [1] {
        input_layer
            -> Embedding(20_000, 128)
            -> Bidirectional(LSTM(64, return_sequences = true))
            -> Bidirectional(LSTM(64))
            -> Dense(1, activation = sigmoid)
    }

    #[sequential]
    #[name = "mnist_mlp"]
    pub model MlpNamed(img: [784]) -> [10] {
        img -> Dense(64, activation = relu, name = "hidden") -> Dense(10, name = "logits")
    }

    #[sequential]
    #[name = "sequential"]
    pub model MnistCnn(input_layer: [28, 28, 1]) -> [10] {
        input_layer
            -> Conv2D(32, 3, activation = relu)
            -> MaxPooling2D(2)
            -> Conv2D(64, 3, activation = relu)
            -> MaxPooling2D(2)
            -> Flatten
            -> Dropout(0.5)
            -> Dense(10, activation = softmax)
    }

    #[name = "ticket"]
    pub model MultiIo(title: [32], body: [16], tags: [12]) -> ([1], [4]) {
        let x = (title -> Dense(8), body -> Dense(8), tags) -> Concatenate;
        (x -> Dense(1, name = "priority"), x -> Dense(4, name = "department"))
    }

    #[name = "inner"]
    model Inner(input_layer: [8]) -> [4] {
        input_layer -> Dense(4, name = "inner_dense")
    }

    #[name = "outer"]
    pub model NestedFunctional(input_layer_1: [8]) -> [2] {
        input_layer_1 -> Inner -> Dense(2)
    }

    #[name = "lvl2"]
    model Level2(input_layer: [8]) -> [4] {
        input_layer -> Dense(4)
    }

    #[name = "lvl1"]
    model Level1(input_layer_1: [8]) -> [4] {
        input_layer_1 -> Level2 -> Activation(relu)
    }

    #[name = "lvl0"]
    pub model NestedTwoLevels(input_layer_2: [8]) -> [4] {
        (input_layer_2 -> Level1, input_layer_2 -> Dense(4, name = "dense_1")) -> Add
    }

    #[sequential]
    #[name = "sequential"]
    pub model NoneDims(input_layer: [_, _, 3]) -> [2] {
        input_layer
            -> Conv2D(8, 3, strides = 2)
            -> Conv2D(8, 3, dilation_rate = 2)
            -> GlobalMaxPooling2D
            -> Dense(2)
    }

    #[name = "functional"]
    pub model ResidualBlock(input_layer: [32, 32, 3]) -> [10] {
        let x = input_layer -> Conv2D(16, 3, padding = same);
        let y = x -> BatchNormalization -> ReLU -> Conv2D(16, 3, padding = same);
        (x, y) -> Add -> GlobalAveragePooling2D -> Dense(10, activation = softmax)
    }

    #[name = "functional"]
    pub model SharedDense(input_layer: [8]) -> [8] {
        let dense = Dense(8);
        input_layer -> dense -> dense
    }

    #[name = "functional_1"]
    pub model SiameseShared(input_layer: [28, 28, 1], input_layer_1: [28, 28, 1]) -> [1] {
        let encoder = Sequential(Conv2D(8, 3) -> Flatten -> Dense(16), name = "encoder");
        (input_layer -> encoder, input_layer_1 -> encoder) -> Subtract -> Dense(1)
    }

    #[sequential]
    #[name = "sequential"]
    pub model TimeDistributedCnn(input_layer: [10, 32, 32, 3]) -> [5] {
        input_layer
            -> TimeDistributed(Conv2D(8, 3))
            -> TimeDistributed(MaxPooling2D(2))
            -> TimeDistributed(Flatten)
            -> LSTM(16)
            -> Dense(5)
    }

    #[name = "functional_1"]
    pub model TransformerBlock(input_layer: i32[200]) -> [2] {
        let x = input_layer -> Embedding(20_000, 32);
        let attended = (x, x) -> MultiHeadAttention(2, 32);
        let x = (x, attended) -> Add -> LayerNormalization(epsilon = 1e-6);
        let y = x -> Sequential(Dense(32, activation = relu) -> Dense(32));
        (x, y)
            -> Add
            -> LayerNormalization
            -> GlobalAveragePooling1D
            -> Dense(2, activation = softmax)
    }

    #[name = "functional"]
    pub model UnetSmall(input_layer: [64, 64, 3]) -> [64, 64, 1] {
        let fine = input_layer -> Conv2D(8, 3, padding = same, activation = relu);
        let coarse = fine -> MaxPooling2D(2) -> Conv2D(16, 3, padding = same, activation = relu);
        let mut x = coarse -> MaxPooling2D(2) -> Conv2D(32, 3, padding = same);
        for (filters, skip) in [(16, coarse), (8, fine)] {
            let up = x -> Conv2DTranspose(filters, 2, strides = 2, padding = same);
            x = (up, skip) -> Concatenate -> Conv2D(filters, 3, padding = same);
        }
        x -> Conv2D(1, 1, activation = sigmoid)
    }
}

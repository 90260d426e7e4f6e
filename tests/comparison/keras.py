# case: shapes/rank_one_into_conv
x = Input((784,))
layers.Conv2D(8, 3)(x)

# case: shapes/forgotten_flatten_before_dense
image = Input((28, 28, 1))
x = layers.Conv2D(8, 3)(image)
x = layers.MaxPooling2D(2)(x)
x = layers.Dense(64, activation="relu")(x)
x = layers.Dense(10)(x)
train(Model(image, x), zeros(2, 28, 28, 1), zeros(2, 10))

# case: shapes/kernel_larger_than_input
image = Input((28, 28, 1))
x = layers.Conv2D(8, 3)(image)
x = layers.MaxPooling2D(4)(x)
x = layers.MaxPooling2D(4)(x)
x = layers.Conv2D(16, 3)(x)
x = layers.Flatten()(x)
x = layers.Dense(10)(x)

# case: shapes/channels_first_data
image = Input((3, 224, 224))
layers.Conv2D(64, 7, strides=2)(image)

# case: shapes/skip_connection_channels
def residual(x, filters):
    y = layers.Conv2D(filters, 3, padding="same")(x)
    y = layers.BatchNormalization()(y)
    return layers.ReLU()(y + x)

image = Input((32, 32, 3))
x = layers.Conv2D(16, 3, padding="same")(image)
residual(residual(x, 16), 32)

# case: shapes/skip_connection_stride
image = Input((28, 28, 1))
y = layers.Conv2D(1, 3, strides=2, padding="same")(image)
y + image

# case: shapes/concatenate_wrong_axis
image = Input((28, 28, 1))
y = layers.MaxPooling2D((2, 1))(image)
layers.Concatenate()([image, y])

# case: shapes/reshape_does_not_multiply_out
image = Input((28, 28, 1))
layers.Reshape((7, 7, 15))(image)

# case: shapes/odd_size_in_unet
image = Input((29, 29, 1))
down = layers.Conv2D(8, 3, padding="same")(image)
deep = layers.MaxPooling2D(2)(down)
deep = layers.Conv2D(16, 3, padding="same")(deep)
up = layers.UpSampling2D(2)(deep)
layers.Conv2D(1, 1)(layers.Concatenate()([up, down]))

# case: shapes/groups_do_not_divide
image = Input((28, 28, 1))
x = layers.Conv2D(8, 3)(image)
layers.Conv2D(12, 3, groups=5)(x)

# case: shapes/strides_with_dilation
image = Input((28, 28, 1))
layers.Conv2D(8, 3, strides=2, dilation_rate=2)(image)

# case: shapes/shared_layer_other_size
a = Input((8,))
b = Input((9,))
tower = layers.Dense(64)
tower(a) - tower(b)

# case: shapes/slice_out_of_range
x = Input((20, 8))
x[:, 20]

# case: shapes/output_size
image = Input((28, 28, 1))
x = layers.Dense(100)(layers.Flatten()(image))
train(Model(image, x), zeros(2, 28, 28, 1), zeros(2, 10))

# case: recurrent/stacked
y = Input((20, 8))
for units in [64, 32]:
    y = layers.GRU(units)(y)

# case: recurrent/image_into_lstm
image = Input((28, 28, 1))
layers.LSTM(64)(image)

# case: recurrent/states
x = Input((20, 8))
y, h = layers.LSTM(64, return_state=True)(x)

# case: recurrent/states_of_another_size
x = Input((20, 8))
y, h, c = layers.LSTM(64, return_sequences=True, return_state=True)(x)
y = layers.LSTM(32)(y, initial_state=[h, c])
run(Model(x, y), zeros(1, 20, 8))

# case: recurrent/tokens_without_embedding
tokens = Input((20,), dtype="int32")
layers.LSTM(64)(tokens)

# case: attention/order_of_inputs
query = Input((20, 64))
keys = Input((30, 64))
values = Input((40, 64))
layers.MultiHeadAttention(8, 8)(query, keys, values)

# case: names/layer
image = Input((28, 28, 1))
x = layers.Conv2d(8, 3)(image)
x = layers.Flaten()(x)

# case: names/argument
image = Input((28, 28, 1))
layers.Conv2D(8, kernel_sise=3)(image)

# case: names/variable
image = Input((28, 28, 1))
features = layers.Flatten()(image)
layers.Dense(10)(feature)

# case: arguments/missing
image = Input((28, 28, 1))
layers.Conv2D(8)(image)

# case: arguments/negative_units
x = Input((8,))
layers.Dense(-1)(x)

# case: arguments/dropout_percent
x = Input((8,))
layers.Dropout(50)(x)

# case: blocks/in_a_block
def unit(x, kernel):
    return layers.Conv2D(8, kernel)(x)

def stage(x):
    return unit(unit(x, 3), 5)

stage(Input((6, 6, 1)))

# case: nested/input_shape
image = Input((32, 32, 3))
x = layers.Conv2D(8, 3)(image)
x = layers.GlobalAveragePooling2D()(x)
backbone = Model(image, x, name="backbone")
layers.Dense(10)(backbone(Input((28, 28, 3))))

# case: control_flow/loop_shrinks
x = Input((28, 28, 1))
for _ in range(10):
    x = layers.Conv2D(8, 3, strides=2)(x)

# case: recovery/several/several_mistakes
image = Input((28, 28, 1))
a = layers.Conv2D(8, 30)(image)
b = layers.Dense(units=0)(image)
c = layers.Flaten()(image)
d = layers.Dense(10, activation="rleu")(layers.Flatten()(a))

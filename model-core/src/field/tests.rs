//! Fields against sets of indices that are carried through random chains and branches.

use alloc::collections::BTreeSet;
use alloc::rc::Rc;
use alloc::vec;
use alloc::vec::Vec;

use super::follow;
use crate::diagnostic::Loc;
use crate::graph::Graph;
use crate::layers::testing::applied;
use crate::layers::{Layer, LayerKind};
use crate::shape::Shape;
use crate::spec::DType;
use crate::value::Value;

/// A small generator of the same numbers each time (Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 % u64::try_from(bound).expect("a bound")).expect("a small number")
    }

    fn from(&mut self, least: i64, most: i64) -> i64 {
        least + self.below(most - least + 1)
    }
}

/// A class, its arguments, and which elements each output looks at.
type Choice = (&'static str, Vec<(&'static str, Value)>, Vec<Vec<i64>>);

/// Dependencies of one element, and a flag for those beyond an edge.
type Seen = (BTreeSet<i64>, bool);

struct Trial {
    graph: Graph,
    layers: u32,
}

impl Trial {
    fn layer(&mut self, class: &str, arguments: &[(&str, Value)]) -> Rc<Layer> {
        self.layers += 1;
        Rc::new(Layer {
            id: self.layers,
            name: alloc::format!("layer_{}", self.layers).into(),
            loc: Loc::default(),
            kind: applied(class, arguments),
            trainable: true,
            dtype: DType::default(),
        })
    }

    fn length(&self, tensor: crate::graph::Tensor) -> i64 {
        let size = self.graph.shape(tensor).expect("a shape")[0].known().expect("a number");
        i64::try_from(size).expect("a small size")
    }
}

/// Carries sets through a layer, of which `looks_at` says the elements that one output looks at, in an input of `length`.
fn carried(before: &[Seen], outputs: i64, looks_at: impl Fn(i64) -> Vec<i64>) -> Vec<Seen> {
    let all = (0..outputs).map(|output| {
        let (mut set, mut over) = (BTreeSet::new(), false);
        for index in looks_at(output) {
            match usize::try_from(index).ok().and_then(|index| before.get(index)) {
                Some((more, more_over)) => {
                    set.extend(more);
                    over |= more_over;
                }
                None => over = true,
            }
        }
        (set, over)
    });
    all.collect()
}

/// Before an axis, with the padding of Keras.
fn before(padding: &str, length: i64, span: i64, stride: i64) -> i64 {
    match padding {
        "valid" => 0,
        "causal" => span - 1,
        _ => (((length + stride - 1) / stride - 1) * stride + span - length).max(0) / 2,
    }
}

/// One random layer, and what its outputs see; nothing where it does not fit.
fn step(
    trial: &mut Trial,
    random: &mut Random,
    x: crate::graph::Tensor,
    seen: &[Seen],
) -> Option<(crate::graph::Tensor, Vec<Seen>)> {
    let length = trial.length(x);
    let int = Value::Int;
    let padding = |random: &mut Random| if random.below(2) == 0 { "valid" } else { "same" };
    let word = |word: &str| Value::Word(word.into());
    let kind = random.below(7);
    let (size, stride) = (random.from(1, 5), random.from(1, 3));
    let (class, arguments, looks_at): Choice = match kind {
        0 | 1 => {
            let dilation = if stride == 1 { random.from(1, 3) } else { 1 };
            let padding = ["valid", "same", "causal"][usize::try_from(random.below(3)).ok()?];
            let start = before(padding, length, (size - 1) * dilation + 1, stride);
            let looks = |o| (0..size).map(|j| o * stride + j * dilation - start).collect();
            let arguments = vec![
                ("filters", int(2)),
                ("kernel_size", int(size)),
                ("strides", int(stride)),
                ("dilation_rate", int(dilation)),
                ("padding", word(padding)),
            ];
            ("Conv1D", arguments, (0..400).map(looks).collect())
        }
        2 => {
            let padding = padding(random);
            let start = before(padding, length, size, stride);
            let looks = |o| (0..size).map(|j| o * stride + j - start).collect();
            let arguments = vec![
                ("pool_size", int(size)),
                ("strides", int(stride)),
                ("padding", word(padding)),
            ];
            ("MaxPooling1D", arguments, (0..400).map(looks).collect())
        }
        3 => (
            "UpSampling1D",
            vec![("size", int(stride))],
            (0..400).map(|o| vec![o / stride]).collect(),
        ),
        4 => {
            let (padding, size) = (padding(random), size.max(stride));
            let cut = if padding == "same" { (size - stride) / 2 } else { 0 };
            // Each element `i` is spread over the elements from `i * stride - cut` on.
            let mut looks = vec![Vec::new(); 400];
            for i in -20..400 {
                for o in (0..size).map(|j| i * stride + j - cut) {
                    if let Some(looks) = usize::try_from(o).ok().and_then(|o| looks.get_mut(o)) {
                        looks.push(i);
                    }
                }
            }
            let arguments = vec![
                ("filters", int(2)),
                ("kernel_size", int(size)),
                ("strides", int(stride)),
                ("padding", word(padding)),
            ];
            ("Conv1DTranspose", arguments, looks)
        }
        5 => {
            let ends = Value::tuple([int(size), int(stride)]);
            ("ZeroPadding1D", vec![("padding", ends)], (0..400).map(|o| vec![o - size]).collect())
        }
        _ => {
            let ends = Value::tuple([int(size), int(stride)]);
            ("Cropping1D", vec![("cropping", ends)], (0..400).map(|o| vec![o + size]).collect())
        }
    };
    let layer = trial.layer(class, &arguments);
    let y = *trial.graph.call(&layer, &[x]).ok()?.first()?;
    let outputs = trial.length(y);
    (outputs <= 400).then(|| {
        (y, carried(seen, outputs, |o| looks_at[usize::try_from(o).expect("an index")].clone()))
    })
}

#[test]
fn fields_are_what_indices_show() {
    let mut random = Random(7);
    let (mut compared, mut exact, mut united, mut enlarged) = (0, 0, 0, 0);
    for _ in 0..1000 {
        let mut trial = Trial { graph: Graph::new("trial".into(), false), layers: 1 };
        let length = random.from(20, 90);
        let input = Layer {
            id: 1,
            name: "input".into(),
            loc: Loc::default(),
            kind: LayerKind::Input,
            trainable: true,
            dtype: DType::default(),
        };
        let shape = Shape::new([usize::try_from(length).expect("a size"), 2]);
        let mut x = trial.graph.input(&Rc::new(input), shape);
        let mut seen: Vec<Seen> = (0..length).map(|i| (BTreeSet::from([i]), false)).collect();
        for _ in 0..random.from(1, 5) {
            let Some((y, after)) = step(&mut trial, &mut random, x, &seen) else { continue };
            // A branch beside it, where both give as many elements.
            match step(&mut trial, &mut random, x, &seen) {
                Some((other, beside)) if trial.length(other) == trial.length(y) => {
                    let class = if random.below(2) == 0 { "Add" } else { "Concatenate" };
                    let layer = trial.layer(class, &[]);
                    let Ok(made) = trial.graph.call(&layer, &[y, other]) else { continue };
                    x = made[0];
                    let pairs = after.into_iter().zip(beside);
                    seen = pairs.map(|((a, b), (c, d))| (&a | &c, b || d)).collect();
                    united += 1;
                }
                _ => (x, seen) = (y, after),
            }
        }
        trial.graph.finish(vec![x]);
        let outputs = follow(trial.graph.body(), None);
        let Some(map) = outputs[0].field.axes.first().cloned().flatten() else { continue };
        let report = map.report().expect("a report");
        enlarged += i64::from(report.stride.whole().is_none());
        for (output, (set, over)) in (0..).zip(&seen) {
            let (first, last) = map.step.at(output).expect("ends");
            compared += 1;
            assert!(set.iter().all(|i| (first..=last).contains(i)), "{map:?} {output} {set:?}");
            assert!(usize::try_from(last - first).expect("ends in order") < report.size);
            if !over && let (Some(least), Some(most)) = (set.first(), set.last()) {
                exact += 1;
                assert_eq!((first, last), (*least, *most), "{map:?} {output}");
            }
            // With a period of one, the report alone says the same.
            if let ([_], Some(stride)) = (&*map.step.ends, report.stride.whole()) {
                let twice = 2 * report.offset.numerator / report.offset.denominator;
                assert_eq!(first + last, twice + 2 * stride * output);
            }
        }
    }
    assert!(compared > 17_000 && exact > 10_000, "{compared} {exact}");
    assert!(united > 100 && enlarged > 100, "{united} {enlarged}");
}

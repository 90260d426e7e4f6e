//! Keras's row order: by depth, counted from the outputs (Keras, `keras.src.models.functional.map_graph`).

use alloc::vec;
use alloc::vec::Vec;

use super::Graph;

/// The order of a model's rows, and what shows on the way.
pub(super) struct Order {
    /// Layers, by their place in the graph.
    pub(super) layers: Vec<usize>,
    /// For each call, whether an output depends on it.
    pub(super) reached: Vec<bool>,
    /// Whether the model is a chain of layers, each called once on one tensor.
    pub(super) is_chain: bool,
}

/// Walks from the outputs to the inputs, depth first. A layer is numbered when it is first reached; a call is
/// collected when everything before it was. Then, against that order, each call is one deeper than the
/// deepest that uses it, and a layer as deep as its deepest call. Rows are sorted by depth, ties by number.
pub(super) fn order(graph: &Graph) -> Order {
    let mut walk = Walk {
        graph,
        number: vec![None; graph.placed.len()],
        numbered: 0,
        reached: vec![false; graph.nodes.len()],
        collected: Vec::new(),
    };
    for output in &graph.outputs {
        walk.from(output.node);
    }
    let mut node_depth = vec![0_usize; graph.nodes.len()];
    let mut layer_depth: Vec<Option<usize>> = vec![None; graph.placed.len()];
    for &index in walk.collected.iter().rev() {
        let Some(node) = graph.nodes.get(index) else { continue };
        let (Some(depth), Some(of_layer)) =
            (node_depth.get_mut(index), layer_depth.get_mut(node.placed))
        else {
            continue;
        };
        *depth = (*depth).max(of_layer.unwrap_or(0));
        *of_layer = Some(*depth);
        let before = *depth + 1;
        for input in &node.inputs {
            if let Some(depth) = node_depth.get_mut(input.node) {
                *depth = (*depth).max(before);
            }
        }
    }
    // An input that no output depends on stands before the other rows of depth 0.
    for &input in &graph.inputs {
        let Some(node) = graph.nodes.get(input) else { continue };
        if let (Some(depth @ None), Some(reached)) =
            (layer_depth.get_mut(node.placed), walk.reached.get_mut(input))
        {
            *depth = Some(0);
            *reached = true;
            walk.collected.push(input);
        }
    }
    let mut keyed: Vec<(core::cmp::Reverse<usize>, Option<usize>, usize)> = layer_depth
        .iter()
        .enumerate()
        .filter_map(|(place, depth)| {
            let number = walk.number.get(place).copied().flatten();
            depth.map(|depth| (core::cmp::Reverse(depth), number, place))
        })
        .collect();
    keyed.sort_unstable();
    let is_chain = is_chain(graph, &walk.collected, &node_depth);
    Order {
        layers: keyed.into_iter().map(|(_, _, place)| place).collect(),
        reached: walk.reached,
        is_chain,
    }
}

fn is_chain(graph: &Graph, calls: &[usize], depth: &[usize]) -> bool {
    let mut depths: Vec<usize> =
        calls.iter().filter_map(|call| depth.get(*call).copied()).collect();
    let mut layers: Vec<usize> =
        calls.iter().filter_map(|call| graph.nodes.get(*call).map(|node| node.placed)).collect();
    depths.sort_unstable();
    layers.sort_unstable();
    let all_differ = |sorted: &[usize]| sorted.windows(2).all(|pair| pair.first() != pair.last());
    all_differ(&depths)
        && all_differ(&layers)
        && calls.iter().all(|call| graph.nodes.get(*call).is_none_or(|node| node.inputs.len() <= 1))
}

struct Walk<'a> {
    graph: &'a Graph,
    number: Vec<Option<usize>>,
    numbered: usize,
    reached: Vec<bool>,
    collected: Vec<usize>,
}

impl Walk<'_> {
    /// A stack of its own instead of recursion: a model may be ten thousand layers deep.
    fn from(&mut self, start: usize) {
        let mut stack = Vec::new();
        self.enter(start, &mut stack);
        while let Some((index, next_input)) = stack.last_mut() {
            let index = *index;
            let input = self.graph.nodes.get(index).and_then(|node| node.inputs.get(*next_input));
            *next_input += 1;
            match input {
                Some(input) => self.enter(input.node, &mut stack),
                None => {
                    self.collected.push(index);
                    stack.pop();
                }
            }
        }
    }

    fn enter(&mut self, index: usize, stack: &mut Vec<(usize, usize)>) {
        let (Some(node), Some(reached)) =
            (self.graph.nodes.get(index), self.reached.get_mut(index))
        else {
            return;
        };
        if *reached {
            return;
        }
        *reached = true;
        if let Some(number @ None) = self.number.get_mut(node.placed) {
            *number = Some(self.numbered);
            self.numbered += 1;
        }
        stack.push((index, 0));
    }
}

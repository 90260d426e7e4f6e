//! Keras's row order: by depth, counted from the outputs (Keras, `keras.src.models.functional.map_graph`).

use alloc::vec;
use alloc::vec::Vec;

use super::Graph;

/// The order of a model's rows, and what shows on the way.
#[derive(Debug)]
pub(super) struct Order {
    /// Layers, by their place in the graph.
    pub(super) layers: Vec<usize>,
    /// For each call, whether an output depends on it.
    pub(super) reached: Vec<bool>,
    /// True if the model is a chain of layers, each called once on one tensor.
    pub(super) is_chain: bool,
}

impl Order {
    /// Walks from the outputs to the inputs, depth first. A layer is numbered when it is first reached; a call is
    /// collected when everything before it was. Then, against that order, each call is one deeper than the
    /// deepest that uses it, and a layer as deep as its deepest call. The deepest layers come first, and of one depth those
    /// that were numbered first.
    pub(super) fn of(graph: &Graph) -> Self {
        let mut walk = Walk {
            graph,
            found: Vec::new(),
            is_found: vec![false; graph.placed.len()],
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
        let is_chain = is_chain(graph, &walk.collected, &node_depth);
        let unreached =
            (0..graph.placed.len()).filter(|place| walk.is_found.get(*place) == Some(&false));
        let mut by_depth: Vec<Vec<usize>> = Vec::new();
        for place in unreached.chain(walk.found.iter().copied()) {
            let Some(depth) = layer_depth.get(place).copied().flatten() else { continue };
            if by_depth.len() <= depth {
                by_depth.resize(depth + 1, Vec::new());
            }
            if let Some(layers) = by_depth.get_mut(depth) {
                layers.push(place);
            }
        }
        Self {
            layers: by_depth.into_iter().rev().flatten().collect(),
            reached: walk.reached,
            is_chain,
        }
    }
}

fn is_chain(graph: &Graph, calls: &[usize], depth: &[usize]) -> bool {
    let mut depths = vec![false; graph.nodes.len()];
    let mut layers = vec![false; graph.placed.len()];
    calls.iter().all(|call| {
        let (Some(node), Some(depth)) = (graph.nodes.get(*call), depth.get(*call)) else {
            return true;
        };
        let is_first = |seen: &mut [bool], place: usize| {
            seen.get_mut(place).is_some_and(|seen| !core::mem::replace(seen, true))
        };
        is_first(&mut depths, *depth)
            && is_first(&mut layers, node.placed)
            && node.inputs.len() <= 1
    })
}

struct Walk<'a> {
    graph: &'a Graph,
    /// Layers in the order they were reached, and whether each was.
    found: Vec<usize>,
    is_found: Vec<bool>,
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
        if let Some(is_found @ false) = self.is_found.get_mut(node.placed) {
            *is_found = true;
            self.found.push(node.placed);
        }
        stack.push((index, 0));
    }
}

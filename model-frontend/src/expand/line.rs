//! The layers of a model with all that is written of them.

use modelwright_core::field::Fields;
use modelwright_core::graph::Row;
use modelwright_core::layers::{Kernel, LayerKind, Weight};
use modelwright_core::memory::output_bytes;
use modelwright_core::plan::lowered::{Lowered, SiteId};
use modelwright_core::spec::ReceptiveField;
use modelwright_core::totals::Totals;

/// A nested model or chain of a lowered model, or the model itself.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    lowered: &'a Lowered,
    parent: Option<SiteId>,
}

impl<'a> Site<'a> {
    /// The model itself.
    pub(super) fn model(lowered: &'a Lowered) -> Self {
        Self { lowered, parent: None }
    }

    /// The place of each weight of a layer in the flat buffer, and the inside of the layer.
    fn of(self, row: &Row) -> (Vec<u128>, Self) {
        // A layer that no output depends on is an input: it has no site, and no weights.
        let parent = self.lowered.find(self.parent, &row.layer);
        let places = parent.map(|site| self.lowered.offsets(site)).unwrap_or_default();
        (places.into_iter().map(u128::from).collect(), Self { parent, ..self })
    }
}

/// One layer, and what its place in the model makes of it.
pub(super) struct Line<'a> {
    pub(super) row: &'a Row,
    /// `true` for a trainable layer in trainable models.
    pub(super) trainable: bool,
    pub(super) totals: Totals,
    /// The place of each weight in one flat buffer.
    pub(super) places: Vec<u128>,
    /// Bytes of its outputs.
    pub(super) bytes: Option<usize>,
    pub(super) field: Option<Vec<ReceptiveField>>,
    /// The window of a pooling layer.
    pub(super) window: Vec<usize>,
    /// The layers inside a nested model.
    pub(super) lines: Vec<Line<'a>>,
}

impl<'a> Line<'a> {
    /// The layers of a model, or of one that is nested in it.
    pub(super) fn all(
        rows: &'a [Row],
        parent_trainable: bool,
        site: Site<'_>,
        fields: &Fields,
    ) -> Vec<Self> {
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            lines.push(Self::of(row, parent_trainable, site, fields));
        }
        lines
    }

    fn of(row: &'a Row, parent_trainable: bool, site: Site<'_>, fields: &Fields) -> Self {
        let layer = &row.layer;
        let trainable = parent_trainable && layer.trainable;
        let (places, inside) = site.of(row);
        let lines = match row.rows.as_slice() {
            [] => Vec::new(),
            rows => {
                // A frozen model freezes all inside, a chain only has a flag of its own.
                let freezes = matches!(layer.kind, LayerKind::Model(_)) && !layer.trainable;
                Self::all(rows, parent_trainable && !freezes, inside, &fields.inside(layer))
            }
        };
        Self {
            row,
            trainable,
            // The variables of one layer are as many as its weights.
            totals: match row.rows.as_slice() {
                [] => Totals::of_distinct(&row.weights),
                _ => Totals::of(&row.weights),
            },
            places,
            bytes: output_bytes(layer, &row.outputs).ok().flatten(),
            field: fields.get(layer).map(<[_]>::to_vec),
            window: layer.window(),
            lines,
        }
    }

    pub(super) fn name(&self) -> &'a str {
        &self.row.layer.name
    }

    /// The shape of the kernel or of the embeddings, or the window of a pooling layer.
    pub(super) fn kernel(&self) -> &[usize] {
        let is_kernel = |weight: &&Weight| {
            matches!(weight.name(), "kernel" | "depthwise_kernel" | "embeddings")
        };
        match self.row.layer.kernel() {
            Kernel::Weight => {
                self.row.weights.iter().find(is_kernel).map_or(&[], |weight| &weight.shape)
            }
            Kernel::Window => &self.window,
            Kernel::None => &[],
        }
    }

    pub(super) fn class(&self) -> &'a str {
        self.row.layer.class_name()
    }
}

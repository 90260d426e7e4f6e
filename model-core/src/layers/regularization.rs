//! Dropout and noise: shapes pass through.

use super::class::Class;

/// The classes of this family.
pub(super) const CLASSES: &[Class] = &[];

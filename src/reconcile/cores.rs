//! Cores: work on many claims, shared out among all of them.

use rayon::prelude::*;

/// Items that one core takes at a time; fewer than these are not worth waking another.
const CHUNK: usize = 256;

/// What `work` makes of each chunk of some items, put together in the order of the items.
pub(super) fn in_chunks<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&[T]) -> Vec<R> + Send + Sync,
) -> Vec<R> {
    if items.len() <= CHUNK {
        return work(items);
    }
    let made: Vec<Vec<R>> = items.par_chunks(CHUNK).map(work).collect();
    made.into_iter().flatten().collect()
}

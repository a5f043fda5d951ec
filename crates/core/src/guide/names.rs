//! Names among many, found without a map: a map's code costs the widget more bytes than a sorted list.

/// Names with their places: as they are added, and sorted by name and then by place once [`Names::sort`] was called.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names<'a>(pub(crate) Vec<(&'a str, usize)>);

impl<'a> Names<'a> {
    #[inline(never)]
    pub(crate) fn add(&mut self, name: &'a str) {
        self.0.push((name, self.0.len()));
    }

    #[inline(never)]
    pub(crate) fn sort(&mut self) {
        self.0.sort_unstable();
    }

    /// The first place of a name. The names are sorted.
    #[inline(never)]
    pub(crate) fn first(&self, name: &str) -> Option<usize> {
        let at = self.0.partition_point(|(known, _)| *known < name);
        let (known, place) = self.0.get(at)?;
        (*known == name).then_some(*place)
    }
}

//! Where a named asset lies.

/// The files that every page may ask for.
pub struct Assets;

impl Assets {
    /// Returns the address of an asset.
    #[must_use]
    pub fn url(&self, name: &str) -> String {
        format!("/assets/{name}")
    }
}

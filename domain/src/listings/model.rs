//! A listing and its parts.

id!(
    /// A listing's id.
    ListingId
);

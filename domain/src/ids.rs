//! One macro for the ids of all nouns: a UUID of version 7, so that newer rows sort after older ones.

/// Makes a newtype over [`uuid::Uuid`] that reads and prints as text and is stored as the engine's own type.
macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "store", derive(sqlx::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        #[cfg(feature = "store")]
        impl $name {
            /// A new id that sorts by `now`.
            #[must_use]
            pub fn at(now: $crate::Timestamp) -> Self {
                let micros = u64::try_from(now.0).unwrap_or(0);
                let nanos = u32::try_from(micros % 1_000_000).unwrap_or(0) * 1_000;
                Self(uuid::Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, micros / 1_000_000, nanos)))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.as_simple().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }
    };
}

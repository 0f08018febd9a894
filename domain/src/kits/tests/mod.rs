mod rules;

#[cfg(feature = "store")]
mod life;

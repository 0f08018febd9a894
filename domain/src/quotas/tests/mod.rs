mod rules;

#[cfg(feature = "store")]
mod asking;

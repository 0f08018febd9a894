mod rules;

#[cfg(feature = "store")]
mod asking;
#[cfg(feature = "store")]
mod vouching;

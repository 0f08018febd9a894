//! What members see: pages, components, islands, translations.

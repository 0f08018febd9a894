//! A code that a phone reads, drawn here as an SVG.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Empty modules around the code, as ISO/IEC 18004 wants it.
const QUIET: usize = 4;

/// The text as a QR code; nothing if it is too long for one. `label` says what it leads to, for those who do not see it.
#[must_use]
pub fn qr(text: &str, label: String) -> AnyView {
    let Ok(code) = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M) else {
        return ().into_any();
    };
    let width = code.width();
    let side = width + 2 * QUIET;
    view! {
        <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label>
            <rect class="qr__ground" width=side.to_string() height=side.to_string()></rect>
            <path class="qr__dark" d=path(&code.to_colors(), width)></path>
        </svg>
    }
    .into_any()
}

/// One rectangle for each run of dark modules in a line.
fn path(modules: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (y, line) in modules.chunks(width.max(1)).enumerate() {
        let mut x = 0;
        while x < line.len() {
            let run = line[x..].iter().take_while(|module| **module == Color::Dark).count();
            if run > 0 {
                // Writing to a text cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_has_exactly_the_dark_modules() {
        let code = QrCode::with_error_correction_level(b"https://example.org/x?code=123456", EcLevel::M).unwrap();
        let (modules, width) = (code.to_colors(), code.width());
        let mut drawn = vec![false; modules.len()];
        for piece in path(&modules, width).split('M').skip(1) {
            let (x, rest) = piece.split_once(' ').unwrap();
            let (y, run) = rest.split_once('h').unwrap();
            let run: usize = run.split('v').next().unwrap().parse().unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            (0..run).for_each(|n| drawn[(y - QUIET) * width + x - QUIET + n] = true);
        }
        let dark: Vec<_> = modules.iter().map(|module| *module == Color::Dark).collect();
        assert_eq!(drawn, dark);
        assert!(
            qr("x", "X".into()).to_html().contains("viewBox=\"0 0 29 29\""),
            "21 modules and the quiet around them"
        );
        assert_eq!(
            qr(&"x".repeat(5_000), String::new()).to_html().matches("<svg").count(),
            0
        );
    }
}

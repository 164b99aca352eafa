//! Whether a picture of a guide still looks like its page. Both are laid under a grid of small cells, and the mean color
//! of each cell is compared: letters that another machine draws a little otherwise pass, what is moved, added or gone does not.

use std::io::Cursor;
use std::path::Path;

use png::{ColorType, Decoder, Transformations};
use serde_json::Value;

use super::window::Browser;

/// The side of a cell, in pixels.
const CELL: usize = 16;
/// How far the mean of a cell may be off, of 255.
const OFF: u64 = 24;

/// What is drawn by chance, and differs from one picture of a page to the next; with room for wider letters.
const BY_CHANCE: &str = "return [...document.querySelectorAll(
    '.qr, .key, .codes, .big-code, .support-value, h1 bdi[dir=ltr], [data-by-chance]')].map(one => {
        const area = one.getBoundingClientRect();
        return [Math.max(0, Math.floor(area.left + scrollX)), Math.max(0, Math.floor(area.top + scrollY)),
            Math.max(0, Math.ceil(area.right + scrollX) + 64), Math.max(0, Math.ceil(area.bottom + scrollY))];
    })";

/// A part of a page, in pixels: left, top, right and bottom.
pub type Area = [usize; 4];

/// A picture that can be looked into.
struct Picture {
    width: usize,
    height: usize,
    /// Red, green and blue of each pixel, by line.
    colors: Vec<u8>,
}

impl Picture {
    fn read(file: &[u8]) -> Self {
        let mut decoder = Decoder::new(Cursor::new(file));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut colors = vec![0; reader.output_buffer_size().unwrap()];
        let about = reader.next_frame(&mut colors).unwrap();
        colors.truncate(about.buffer_size());
        if about.color_type == ColorType::Rgba {
            colors = colors
                .chunks(4)
                .flat_map(|pixel| &pixel[..3])
                .copied()
                .collect();
        }
        let (width, height) = (about.width as usize, about.height as usize);
        assert_eq!(colors.len(), width * height * 3, "a picture in color");
        Self {
            width,
            height,
            colors,
        }
    }

    /// The mean color of the cell that begins at a point.
    fn mean(&self, (left, top): (usize, usize)) -> [u64; 3] {
        let (right, bottom) = ((left + CELL).min(self.width), (top + CELL).min(self.height));
        let mut sum = [0; 3];
        for y in top..bottom {
            let line = &self.colors[(y * self.width + left) * 3..(y * self.width + right) * 3];
            for pixel in line.chunks(3) {
                for (sum, value) in sum.iter_mut().zip(pixel) {
                    *sum += u64::from(*value);
                }
            }
        }
        sum.map(|sum| sum / ((right - left) * (bottom - top)) as u64)
    }
}

/// How a picture no longer looks like another, apart from what chance draws.
pub fn unlike(kept: &[u8], now: &[u8], by_chance: &[Area]) -> Option<String> {
    if kept == now {
        return None;
    }
    let (kept, now) = (Picture::read(kept), Picture::read(now));
    let sizes = ((kept.width, kept.height), (now.width, now.height));
    if sizes.0 != sizes.1 {
        return Some(format!("its size is {:?} and not {:?}", sizes.1, sizes.0));
    }
    let drawn_by_chance = |(left, top): (usize, usize)| {
        let meets = |area: &&Area| {
            area[0] < left + CELL && area[1] < top + CELL && area[2] > left && area[3] > top
        };
        by_chance.iter().find(meets).is_some()
    };
    let corners = (0..now.height).step_by(CELL);
    let corners = corners.flat_map(|top| (0..now.width).step_by(CELL).map(move |left| (left, top)));
    let off = |corner: &(usize, usize)| {
        let pairs = kept.mean(*corner).into_iter().zip(now.mean(*corner));
        pairs
            .map(|(one, other)| one.abs_diff(other))
            .max()
            .unwrap_or_default()
    };
    let worst = corners
        .filter(|corner| !drawn_by_chance(*corner))
        .max_by_key(off)?;
    let off = off(&worst);
    (off > OFF).then(|| format!("at {worst:?} it is off by {off}"))
}

impl Browser {
    /// How the page no longer looks like the picture that guides show of it, if they do.
    pub async fn is_unlike_its_guide(&self, file: &str, now: &[u8]) -> Option<String> {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("docs/pictures")
            .join(file);
        let kept = std::fs::read(kept).ok()?;
        let unlike = unlike(&kept, now, &self.drawn_by_chance().await)?;
        Some(format!(
            "docs/pictures/{file}: {unlike}; run scripts/pictures"
        ))
    }

    /// Where the page shows what is drawn by chance.
    pub async fn drawn_by_chance(&self) -> Vec<Area> {
        let areas: Value = self.asks(BY_CHANCE).await;
        serde_json::from_value(areas).unwrap()
    }
}

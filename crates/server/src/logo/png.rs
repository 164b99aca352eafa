//! Pictures of points: decoded within bounds and encoded anew. Of the file only the points of the first frame
//! are kept, with their palette: no text, no profile, no animation, nothing behind the end.

use std::collections::BTreeSet;
use std::io::Cursor;

use portcullis_core::logo::{LogoKind, NotALogo};

use super::{MAX_SIDE, Safe, faint};

/// The most memory that decoding takes beside the points, in bytes.
const MAX_MEMORY: usize = 4 * 1024 * 1024;

/// The picture of a file that begins as such files do.
pub fn made_safe(file: &[u8]) -> Result<Safe, NotALogo> {
    let limits = png::Limits { bytes: MAX_MEMORY };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_transformations(png::Transformations::IDENTITY);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    // The size is asked before anything of that size is made.
    let header = decoder.read_header_info().map_err(|_| NotALogo::Damaged)?;
    let (width, height) = (header.width, header.height);
    if width > MAX_SIDE || height > MAX_SIDE {
        return Err(NotALogo::TooManyPoints);
    }
    let mut reader = decoder.read_info().map_err(|_| NotALogo::Damaged)?;
    let size = reader.output_buffer_size().ok_or(NotALogo::Damaged)?;
    let mut points = vec![0; size];
    let frame = reader.next_frame(&mut points);
    let frame = frame.map_err(|_| NotALogo::Damaged)?;
    if (frame.width, frame.height) != (width, height) {
        return Err(NotALogo::Damaged);
    }
    points.truncate(frame.buffer_size());
    let content = encoded(reader.info(), &points).map_err(|_| NotALogo::Damaged)?;
    let shown = shown(&content).map_err(|_| NotALogo::Damaged)?;
    Ok(Safe {
        kind: LogoKind::Png,
        width,
        height,
        content,
        left_out: BTreeSet::new(),
        faint: faint::points(&shown),
    })
}

/// The points of a picture that was encoded here, as they are shown.
fn shown(content: &[u8]) -> Result<Vec<[u8; 4]>, png::DecodingError> {
    let mut decoder = png::Decoder::new(Cursor::new(content));
    decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info()?;
    let mut points = vec![0; reader.output_buffer_size().unwrap_or_default()];
    reader.next_frame(&mut points)?;
    Ok(match reader.output_color_type().0 {
        png::ColorType::GrayscaleAlpha => points
            .chunks_exact(2)
            .map(|point| [point[0], point[0], point[0], point[1]])
            .collect(),
        _ => points
            .chunks_exact(4)
            .map(|point| [point[0], point[1], point[2], point[3]])
            .collect(),
    })
}

fn encoded(info: &png::Info<'_>, points: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut content = Vec::new();
    let mut encoder = png::Encoder::new(&mut content, info.width, info.height);
    encoder.set_color(info.color_type);
    encoder.set_depth(info.bit_depth);
    if let Some(palette) = &info.palette {
        encoder.set_palette(palette.to_vec());
    }
    if let Some(transparent) = &info.trns {
        // One color that shows through is read without the upper halves of its samples.
        let halved =
            info.color_type != png::ColorType::Indexed && info.bit_depth != png::BitDepth::Sixteen;
        let whole = transparent.iter().flat_map(|half| [0, *half]).collect();
        encoder.set_trns(if halved { whole } else { transparent.to_vec() });
    }
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(points)?;
    writer.finish()?;
    Ok(content)
}

#[cfg(test)]
#[path = "png_tests.rs"]
mod tests;

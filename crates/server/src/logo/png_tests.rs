//! Pictures as they come, and as somebody would make them who means harm.

use png::{BitDepth, ColorType, Encoder};

use super::*;
use crate::logo::MAX_FILE;

/// A file that is made chunk by chunk behind its header.
fn file(size: (u32, u32), chunks: &[([u8; 4], &[u8])]) -> Vec<u8> {
    let mut content = Vec::new();
    let mut encoder = Encoder::new(&mut content, size.0, size.1);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    for (name, data) in chunks {
        writer
            .write_chunk(png::chunk::ChunkType(*name), data)
            .unwrap();
    }
    drop(writer);
    content
}

/// A picture whose points are all different.
fn picture(
    color: ColorType,
    depth: BitDepth,
    prepare: impl Fn(&mut Encoder<'_, &mut Vec<u8>>),
) -> Vec<u8> {
    let (width, height) = (40, 24);
    let mut content = Vec::new();
    let mut encoder = Encoder::new(&mut content, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    prepare(&mut encoder);
    let mut writer = encoder.write_header().unwrap();
    let line = (width as usize * color.samples() * depth as usize).div_ceil(8);
    let points: Vec<u8> = (0..line * height as usize)
        .map(|at| u8::try_from(at * 7 % 251).unwrap())
        .collect();
    writer.write_image_data(&points).unwrap();
    writer.finish().unwrap();
    content
}

/// The points of a file, with eight bits for each of red, green, blue and what shows through.
fn points(file: &[u8]) -> Vec<u8> {
    let mut decoder = png::Decoder::new(Cursor::new(file));
    decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().unwrap();
    let mut points = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut points).unwrap();
    points
}

fn chunks(file: &[u8]) -> Vec<String> {
    let mut rest = &file[8..];
    let mut names = Vec::new();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        names.push(String::from_utf8(rest[4..8].to_vec()).unwrap());
        rest = &rest[12 + length..];
    }
    names
}

/// Twelve megabytes of one letter, as a compressed stream of some kilobytes.
fn bomb() -> Vec<u8> {
    let mut content = Vec::new();
    let mut encoder = Encoder::new(&mut content, 1, 1);
    let text = "a".repeat(12 * 1024 * 1024);
    encoder.add_ztxt_chunk("k".to_owned(), text).unwrap();
    drop(encoder.write_header().unwrap());
    let at = content.windows(4).position(|four| four == b"zTXt").unwrap();
    content[at + 4 + 3..content.len() - 4].to_vec()
}

#[test]
fn a_picture_of_any_kind_keeps_its_points_and_nothing_else() {
    let colors: Vec<u8> = (0..=255).flat_map(|c: u8| [c, 255 - c, 7]).collect();
    for (name, file) in [
        (
            "gray",
            picture(ColorType::Grayscale, BitDepth::Eight, |_| {}),
        ),
        (
            "one bit",
            picture(ColorType::Grayscale, BitDepth::One, |_| {}),
        ),
        (
            "gray, clear",
            picture(ColorType::GrayscaleAlpha, BitDepth::Eight, |_| {}),
        ),
        (
            "color",
            picture(ColorType::Rgb, BitDepth::Eight, |it| {
                it.set_trns(vec![0, 0, 0, 7, 0, 14]);
            }),
        ),
        ("deep", picture(ColorType::Rgba, BitDepth::Sixteen, |_| {})),
        (
            "palette",
            picture(ColorType::Indexed, BitDepth::Eight, |it| {
                it.set_palette(colors.clone());
                it.set_trns(vec![0, 128]);
            }),
        ),
        (
            "notes",
            picture(ColorType::Rgba, BitDepth::Eight, |it| {
                it.add_text_chunk("Author".to_owned(), "<script>".to_owned())
                    .unwrap();
                it.add_itxt_chunk("Comment".to_owned(), "made at home".to_owned())
                    .unwrap();
                it.set_source_gamma(png::ScaledFloat::new(0.5));
            }),
        ),
    ] {
        let safe = made_safe(&file).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!((safe.width, safe.height), (40, 24), "{name}");
        assert_eq!(points(&safe.content), points(&file), "{name}");
        let known = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];
        let chunks = chunks(&safe.content);
        assert!(
            chunks.iter().all(|chunk| known.contains(&&**chunk)),
            "{name}: {chunks:?}"
        );
        assert_eq!(made_safe(&safe.content).unwrap(), safe, "{name}, again");
    }
}

#[test]
fn of_an_animation_the_first_frame_stays() {
    let mut content = Vec::new();
    let mut encoder = Encoder::new(&mut content, 2, 1);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_animated(2, 0).unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[1, 2]).unwrap();
    writer.write_image_data(&[3, 4]).unwrap();
    writer.finish().unwrap();
    let safe = made_safe(&content).unwrap();
    assert_eq!(chunks(&safe.content), ["IHDR", "IDAT", "IEND"]);
    assert_eq!(points(&safe.content), [1, 255, 2, 255]);
}

#[test]
fn what_is_behind_the_end_is_gone() {
    let mut file = picture(ColorType::Rgb, BitDepth::Eight, |_| {});
    let clean = made_safe(&file).unwrap();
    file.extend_from_slice(b"<script>alert(1)</script>PK\x03\x04");
    assert_eq!(made_safe(&file).unwrap(), clean);
}

#[test]
fn a_picture_of_many_points_is_refused_by_its_header() {
    for size in [(30_000, 30_000), (1_025, 1), (1, u32::MAX >> 1)] {
        let file = file(size, &[(*b"IDAT", &bomb()[..1_000])]);
        assert_eq!(made_safe(&file), Err(NotALogo::TooManyPoints), "{size:?}");
    }
}

#[test]
fn a_stream_that_grows_is_read_as_far_as_there_are_points() {
    let bomb = bomb();
    assert!(bomb.len() < MAX_FILE - 1_000, "{}", bomb.len());
    // More than the points: what is over is not kept. In a text, it is not read.
    for file in [
        file((4, 4), &[(*b"IDAT", &bomb)]),
        file((1_024, 1_024), &[(*b"IDAT", &bomb)]),
        file((4, 4), &[(*b"zTXt", &bomb), (*b"IDAT", &bomb)]),
        file((4, 4), &[(*b"iTXt", &bomb), (*b"IDAT", &bomb)]),
        file((4, 4), &[(*b"iCCP", &bomb), (*b"IDAT", &bomb)]),
    ] {
        match made_safe(&file) {
            Ok(safe) => assert!(safe.content.len() < 200_000, "{}", safe.content.len()),
            Err(why) => assert_eq!(why, NotALogo::Damaged),
        }
    }
}

#[test]
fn what_is_damaged_is_refused_wherever_the_damage_is() {
    let whole = picture(ColorType::Rgb, BitDepth::Eight, |_| {});
    let end = whole.len() - 12;
    for cut in [8, 20, 33, 45, end - 20] {
        assert_eq!(
            made_safe(&whole[..cut]),
            Err(NotALogo::Damaged),
            "cut at {cut}"
        );
    }
    for at in [16, 29, 50, end - 2] {
        let mut broken = whole.clone();
        broken[at] ^= 0x40;
        let safe = made_safe(&broken);
        assert!(safe.is_err(), "changed at {at}: {safe:?}");
    }
    let no_palette = file((4, 4), &[]);
    assert_eq!(made_safe(&no_palette), Err(NotALogo::Damaged));
}

proptest::proptest! {
    #[test]
    fn whatever_is_changed_nothing_panics(at in 8_usize..400, to: u8, cut in 8_usize..400) {
        let mut file = picture(ColorType::Indexed, BitDepth::Eight, |it| it.set_palette(vec![9; 768]));
        let at = at.min(file.len() - 1);
        file[at] = to;
        let _ = made_safe(&file); // a picture or a refusal
        file.truncate(cut);
        let _ = made_safe(&file);
    }
}

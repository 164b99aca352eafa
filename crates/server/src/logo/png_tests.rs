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

/// A zlib stream (RFC 1950, 1951) of so many times 258 zeros, as dense as there can be: two bits for each 258 bytes, so
/// that 64 KB become 64 MB. One block with codes of its own: `0` goes on with 258 more of the same, `10` is one zero,
/// `11` ends it.
fn zeros(times: usize) -> Vec<u8> {
    let mut bits: Vec<bool> = Vec::with_capacity(2 * times + 1_000);
    let mut put = |value: u32, many: u32| bits.extend((0..many).map(|at| value >> at & 1 == 1));
    put(0b101, 3); // the last block, with its own codes
    put(286 - 257, 5);
    put(0, 5); // one code for distances
    put(18 - 4, 4);
    // How long the codes are that tell how long codes are, in the order of RFC 1951, 3.2.7: 18 is `0`, 1 `10`, 2 `11`.
    for length in [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2] {
        put(length, 3);
    }
    put(0b11, 2); // zero: two bits
    for without in [138, 117] {
        put(0, 1);
        put(without - 11, 7);
    }
    put(0b11, 2); // the end: two bits
    put(0, 1);
    put(28 - 11, 7);
    put(0b01, 2); // 258 more: one bit, and so the one distance
    put(0b01, 2);
    for _ in 0..258 {
        put(0b01, 2);
    }
    let end = bits.len() + 2 * (times - 1);
    bits.resize(end, false);
    bits.extend([true, true]);
    let mut stream = vec![0x78, 0xda];
    stream.extend(bits.chunks(8).map(|eight| {
        let bit = |(at, set): (usize, &bool)| u8::from(*set) << at;
        eight.iter().enumerate().map(bit).sum::<u8>()
    }));
    // The sum of a stream of zeros (RFC 1950, 8.2).
    let sum = u32::try_from(times * 258 % 65_521).unwrap() << 16 | 1;
    stream.extend(sum.to_be_bytes());
    stream
}

/// How often 258 zeros make so many megabytes.
const fn megabytes(many: usize) -> usize {
    many * 1024 * 1024 / 258
}

/// A picture of nothing with one more chunk before its points.
fn with_chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    file((4, 4), &[(name, data), (*b"IDAT", &points_of_nothing())])
}

/// The points of four lines of four.
fn points_of_nothing() -> Vec<u8> {
    let whole = file_of(ColorType::Rgba, (4, 4), &[0; 64]);
    let at = whole.windows(4).position(|four| four == b"IDAT").unwrap();
    let length = u32::from_be_bytes(whole[at - 4..at].try_into().unwrap()) as usize;
    whole[at + 4..at + 4 + length].to_vec()
}

fn file_of(color: ColorType, (width, height): (u32, u32), points: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    let mut encoder = Encoder::new(&mut content, width, height);
    encoder.set_color(color);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(points).unwrap();
    writer.finish().unwrap();
    content
}

/// Files of chunks that unpack to so many times 258 bytes: what is said in words, a color profile, and the points.
fn bombs(times: usize) -> Vec<(&'static str, Vec<u8>)> {
    let stream = zeros(times);
    let behind = |before: &[u8]| [before, &stream].concat();
    vec![
        ("zTXt", with_chunk(*b"zTXt", &behind(b"Comment\0\0"))),
        (
            "iTXt",
            with_chunk(*b"iTXt", &behind(b"Comment\0\x01\0en\0Comment\0")),
        ),
        ("iCCP", with_chunk(*b"iCCP", &behind(b"Profile\0\0"))),
        ("few points", file((4, 4), &[(*b"IDAT", &stream)])),
        ("many points", file((1_024, 1_024), &[(*b"IDAT", &stream)])),
    ]
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
        // With as many points as it says, or a good part of them.
        let whole = file(size, &[(*b"IDAT", &zeros(megabytes(600)))]);
        assert_eq!(made_safe(&whole), Err(NotALogo::TooManyPoints), "{size:?}");
    }
}

#[test]
fn the_bombs_are_what_they_are_taken_for() {
    // Lines of 257 zeros behind a zero that says how they are packed: a whole picture, to the last sum.
    let mut whole = Vec::new();
    let mut encoder = Encoder::new(&mut whole, 257, 1_000);
    encoder.set_color(ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    let name = png::chunk::ChunkType(*b"IDAT");
    writer.write_chunk(name, &zeros(1_000)).unwrap();
    drop(writer);
    let safe = made_safe(&whole).unwrap();
    assert_eq!((safe.width, safe.height), (257, 1_000));
    let black = |point: &[u8]| point == [0, 255];
    assert!(points(&safe.content).chunks(2).all(black));

    // In words and in a profile they are read to the end by whoever reads those.
    for (name, file) in bombs(1_000) {
        let mut decoder = png::Decoder::new(Cursor::new(&file[..]));
        decoder.set_ignore_iccp_chunk(false);
        let Ok(reader) = decoder.read_info() else {
            panic!("{name} is damaged")
        };
        let info = reader.info();
        let unpacked = match name {
            "zTXt" => info.compressed_latin1_text[0].get_text().unwrap().len(),
            "iTXt" => info.utf8_text[0].get_text().unwrap().len(),
            "iCCP" => info.icc_profile.as_ref().unwrap().len(),
            _ => continue,
        };
        assert_eq!(unpacked, 258_000, "{name}");
    }
}

/// Set where this test runs alone, in a process of its own, whose memory is measured.
const ALONE: &str = "PORTCULLIS_TEST_BOMBS_ALONE";

#[test]
fn what_unpacks_to_hundreds_of_megabytes_is_not_unpacked() {
    if std::env::var_os(ALONE).is_none() {
        let mut alone = std::process::Command::new(std::env::current_exe().unwrap());
        let name = "logo::png::tests::what_unpacks_to_hundreds_of_megabytes_is_not_unpacked";
        let run = alone.args(["--exact", name]).env(ALONE, "1");
        let run = run.output().unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    // The largest that is taken at all, and some that are past that, given to what decodes.
    let clean = made_safe(&with_chunk(*b"tIME", &[7, 224, 1, 1, 0, 0, 0])).unwrap();
    for (many, whole) in [(60, true), (400, false)] {
        let files = bombs(megabytes(many));
        for (name, file) in files {
            let before = most_memory();
            let made = if whole {
                assert!(file.len() < MAX_FILE, "{}", file.len());
                crate::logo::made_safe(&file)
            } else {
                made_safe(&file)
            };
            let grown = most_memory() - before;
            assert!(grown < 40 * 1024, "{name}: {grown} KB for {many} MB");
            match (name, made) {
                ("zTXt" | "iTXt" | "iCCP", Ok(safe)) => assert_eq!(safe, clean, "{name}"),
                // More than the points: what is over is not kept.
                (_, Ok(safe)) => assert!(safe.content.len() < 20_000, "{name}"),
                (_, Err(why)) => assert_eq!(why, NotALogo::Damaged, "{name}"),
            }
        }
    }
}

/// The most memory that this process has had, in units of 1,024 bytes.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.unwrap().split_whitespace().nth(1);
    number.unwrap().parse().unwrap()
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

//! Taking in photos: decoded within limits, turned upright, re-encoded in three sizes. What the camera wrote beside the
//! picture (place, time, device) does not survive, because only pixels are kept.

use crate::{
    Ctx, Timestamp,
    db::Tx,
    error::Fault,
    forms::Upload,
    jobs::{self, Job},
};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use fast_image_resize::{ResizeOptions, Resizer};
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;
use uuid::Uuid;

/// Largest upload, in bytes.
pub const MOST_BYTES: usize = 15 * 1024 * 1024;
/// Most pixels along one side of an upload.
const MOST_SIDE: u32 = 16_000;
/// Most pixels of an upload: what a 100-megapixel phone takes. Bounds the memory that decoding needs.
const MOST_PIXELS: u64 = 108_000_000;
/// Fewest pixels along one side: anything less is an icon.
const LEAST_SIDE: u32 = 16;
/// Quality of WebP, 0 to 100.
const QUALITY: f32 = 78.0;

/// The sizes kept, by their longest side in pixels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// For lists: 480.
    Small,
    /// For phones and galleries: 960.
    Medium,
    /// To look closely: 1,920.
    Large,
}

impl Size {
    /// All sizes.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// The longest side, in pixels.
    #[must_use]
    pub const fn side(self) -> u32 {
        match self {
            Self::Small => 480,
            Self::Medium => 960,
            Self::Large => 1_920,
        }
    }

    /// As it stands in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.name() == name)
    }
}

/// Why a file is no photo for us.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotAPhoto {
    /// No bytes at all.
    Empty,
    /// More than [`MOST_BYTES`].
    TooHeavy,
    /// More pixels than anybody needs, or a bomb that would unpack to them.
    TooManyPixels,
    /// Too small to see anything.
    TooSmall,
    /// Neither JPEG, PNG, WebP nor GIF, whatever its name says.
    UnknownFormat,
    /// It begins like a picture, but is broken.
    Broken,
}

/// A photo that lies in the store.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Photo {
    /// Its key.
    pub id: Uuid,
    /// Width of the largest size kept, in pixels.
    pub width: i64,
    /// Height of the largest size kept, in pixels.
    pub height: i64,
    /// A thumbhash in base64, some 30 bytes: what is shown while it loads. <https://evanw.github.io/thumbhash/>
    pub thumbhash: String,
}

/// Checks, re-encodes and stores an uploaded photo that everybody who knows its address may see.
///
/// # Errors
/// The outer one is ours (the store), the inner one the file's.
pub async fn take_in(ctx: &Ctx, bytes: Vec<u8>) -> Result<Result<Photo, NotAPhoto>, Fault> {
    take_in_under(ctx, bytes, key).await
}

/// Checks, re-encodes and stores an uploaded photo that is only shown where somebody asks who wants to see it. It lies
/// under [`private_key`], which no public address leads to.
///
/// # Errors
/// As [`take_in`].
pub async fn take_in_private(ctx: &Ctx, bytes: Vec<u8>) -> Result<Result<Photo, NotAPhoto>, Fault> {
    take_in_under(ctx, bytes, private_key).await
}

/// A file that is no photo for us.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rejected {
    /// What its owner calls it.
    pub name: String,
    /// What is wrong with it.
    pub why: NotAPhoto,
}

/// How long photos lie in the store that belong to nothing yet, in microseconds.
const UNCLAIMED_FOR: i64 = Timestamp::DAY;

/// Takes in several private photos, all of them or none. Until [`keep_for_good`] they are on trial: should the process end
/// before the row is written that they belong to, a job removes them.
///
/// # Errors
/// As [`take_in`]; the inner one names the first file that is no photo.
pub async fn take_in_all_private(ctx: &Ctx, uploads: Vec<Upload>) -> Result<Result<Vec<Photo>, Rejected>, Fault> {
    let mut taken = Vec::with_capacity(uploads.len());
    for Upload { name, bytes } in uploads {
        let refused = match take_in_private(ctx, bytes).await {
            Ok(Ok(photo)) => {
                taken.push(photo);
                continue;
            }
            Ok(Err(why)) => Ok(Err(Rejected { name, why })),
            Err(fault) => Err(fault),
        };
        forget_all(ctx, &taken).await?;
        return refused;
    }
    if !taken.is_empty() {
        let now = ctx.clock.now();
        let mut tx = ctx.db.write().await?;
        for Photo { id, .. } in &taken {
            let job = Job::ForgetPhoto { photo: *id };
            jobs::queue(&mut tx, now, now.plus(UNCLAIMED_FOR), Some(&on_trial(*id)), &job).await?;
        }
        tx.commit().await?;
    }
    Ok(Ok(taken))
}

/// Photos on trial belong to a row that is written in this transaction: they stay.
///
/// # Errors
/// When the database refuses.
pub async fn keep_for_good(tx: &mut Tx, photos: &[Uuid]) -> sqlx::Result<()> {
    for id in photos {
        jobs::take_back(tx, &on_trial(*id)).await?;
    }
    Ok(())
}

/// Removes photos that were on trial and belong to nothing.
///
/// # Errors
/// When the store or the database does not answer.
pub async fn forget_all(ctx: &Ctx, photos: &[Photo]) -> Result<(), Fault> {
    if photos.is_empty() {
        return Ok(());
    }
    for photo in photos {
        forget(ctx, photo.id).await?;
    }
    let ids: Vec<_> = photos.iter().map(|photo| photo.id).collect();
    let mut tx = ctx.db.write().await?;
    keep_for_good(&mut tx, &ids).await?;
    Ok(tx.commit().await?)
}

/// The key of the job that removes a photo on trial.
fn on_trial(id: Uuid) -> String {
    format!("photo/{}", id.as_simple())
}

async fn take_in_under(
    ctx: &Ctx,
    bytes: Vec<u8>,
    key: fn(Uuid, Size) -> String,
) -> Result<Result<Photo, NotAPhoto>, Fault> {
    if let Some(wrong) = weigh(&bytes) {
        return Ok(Err(wrong));
    }
    let turn = ctx
        .imaging
        .clone()
        .acquire_owned()
        .await
        .map_err(|e| Fault::Other(e.to_string()))?;
    let encoded = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        prepare(&bytes)
    })
    .await?;
    match encoded {
        Ok(prepared) => keep_under(ctx, prepared, key).await.map(Ok),
        Err(wrong) => Ok(Err(wrong)),
    }
}

/// Stores a photo that is prepared already.
///
/// # Errors
/// When the store refuses.
pub async fn keep(ctx: &Ctx, prepared: Prepared) -> Result<Photo, Fault> {
    keep_under(ctx, prepared, key).await
}

async fn keep_under(ctx: &Ctx, prepared: Prepared, key: fn(Uuid, Size) -> String) -> Result<Photo, Fault> {
    let id = Uuid::new_v4(); // unguessable: photos of drafts and of handovers are nobody else's business
    for (size, webp) in prepared.files {
        ctx.blobs.put(&key(id, size), webp).await?;
    }
    Ok(Photo {
        id,
        width: prepared.width,
        height: prepared.height,
        thumbhash: prepared.thumbhash,
    })
}

/// Removes all sizes of a photo, private or not.
///
/// # Errors
/// When the store does not answer.
pub async fn forget(ctx: &Ctx, id: Uuid) -> Result<(), Fault> {
    for size in Size::ALL {
        ctx.blobs.delete(&key(id, size)).await?;
        ctx.blobs.delete(&private_key(id, size)).await?;
    }
    Ok(())
}

/// Where a photo lies in the blob store.
#[must_use]
pub fn key(id: Uuid, size: Size) -> String {
    format!("photo/{}/{}.webp", id.as_simple(), size.name())
}

/// Where a photo lies that only some may see.
#[must_use]
pub fn private_key(id: Uuid, size: Size) -> String {
    format!("private/{}/{}.webp", id.as_simple(), size.name())
}

/// The mean colour in a thumbhash: red, green, blue and opacity from 0 to 1.
///
/// # Errors
/// When it is no thumbhash.
pub fn mean_colour(thumbhash: &[u8]) -> Result<(f32, f32, f32, f32), NotAPhoto> {
    thumbhash::thumb_hash_to_average_rgba(thumbhash).map_err(|()| NotAPhoto::Broken)
}

fn weigh(bytes: &[u8]) -> Option<NotAPhoto> {
    match bytes.len() {
        0 => Some(NotAPhoto::Empty),
        n if n > MOST_BYTES => Some(NotAPhoto::TooHeavy),
        _ => None,
    }
}

/// A photo in all its sizes, not yet stored.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The files, as WebP.
    pub files: Vec<(Size, Vec<u8>)>,
    /// See [`Photo::width`].
    pub width: i64,
    /// See [`Photo::height`].
    pub height: i64,
    /// See [`Photo::thumbhash`].
    pub thumbhash: String,
}

/// Decodes, turns upright, shrinks and encodes. Takes some hundred milliseconds of a core.
///
/// # Errors
/// Why it is no photo.
pub fn prepare(bytes: &[u8]) -> Result<Prepared, NotAPhoto> {
    let upright = decode(bytes)?;
    let mut files = Vec::with_capacity(Size::ALL.len());
    let mut current = upright;
    let (mut width, mut height) = (0, 0);
    for size in [Size::Large, Size::Medium, Size::Small] {
        current = shrink(&current, size.side())?;
        if size == Size::Large {
            (width, height) = (i64::from(current.width()), i64::from(current.height()));
        }
        files.push((size, webp(&current)?));
    }
    let tiny = shrink(&current, 100)?.to_rgba8();
    let hash = thumbhash::rgba_to_thumb_hash(tiny.width() as usize, tiny.height() as usize, tiny.as_raw());
    Ok(Prepared {
        files,
        width,
        height,
        thumbhash: STANDARD_NO_PAD.encode(hash),
    })
}

/// Decodes what the first bytes say it is (never the name), looking at the size before unpacking.
fn decode(bytes: &[u8]) -> Result<DynamicImage, NotAPhoto> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| NotAPhoto::UnknownFormat)?;
    if reader.format().is_none() {
        return Err(NotAPhoto::UnknownFormat);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_PIXELS * 4 + 64 * 1024 * 1024);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || width.max(height) > MOST_SIDE {
        return Err(NotAPhoto::TooManyPixels);
    }
    if width.min(height) < LEAST_SIDE {
        return Err(NotAPhoto::TooSmall);
    }
    let orientation = decoder
        .orientation()
        .unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error))?;
    picture.apply_orientation(orientation);
    Ok(if picture.color().has_alpha() {
        DynamicImage::ImageRgba8(picture.to_rgba8())
    } else {
        DynamicImage::ImageRgb8(picture.to_rgb8())
    })
}

fn refusal(error: &image::ImageError) -> NotAPhoto {
    match error {
        image::ImageError::Limits(_) => NotAPhoto::TooManyPixels,
        image::ImageError::Unsupported(_) => NotAPhoto::UnknownFormat,
        _ => NotAPhoto::Broken,
    }
}

/// Shrinks so that the longest side has at most `side` pixels; never enlarges.
fn shrink(picture: &DynamicImage, side: u32) -> Result<DynamicImage, NotAPhoto> {
    let longest = picture.width().max(picture.height());
    if longest <= side {
        return Ok(picture.clone());
    }
    let scaled = |length: u32| {
        let exact = u64::from(length) * u64::from(side) / u64::from(longest);
        u32::try_from(exact).unwrap_or(side).max(1)
    };
    let mut target = DynamicImage::new(scaled(picture.width()), scaled(picture.height()), picture.color());
    Resizer::new()
        .resize(picture, &mut target, &ResizeOptions::new())
        .map_err(|_| NotAPhoto::Broken)?;
    Ok(target)
}

fn webp(picture: &DynamicImage) -> Result<Vec<u8>, NotAPhoto> {
    let encoder = match picture {
        DynamicImage::ImageRgba8(pixels) => {
            webp::Encoder::from_rgba(pixels, pixels.width(), pixels.height()).encode(QUALITY)
        }
        other => {
            let pixels = other.to_rgb8();
            webp::Encoder::from_rgb(&pixels, pixels.width(), pixels.height()).encode(QUALITY)
        }
    };
    if encoder.is_empty() {
        Err(NotAPhoto::Broken)
    } else {
        Ok(encoder.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::ImageFormat;

    fn file(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let picture = DynamicImage::ImageRgb8(image::RgbImage::from_fn(width, height, |x, _| {
            image::Rgb(if x < width / 2 { [200, 30, 30] } else { [30, 30, 200] })
        }));
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    /// A JPEG with an EXIF block that holds an orientation and the word `GPSSECRET`.
    fn jpeg_with_exif(orientation: u8) -> Vec<u8> {
        let plain = file(80, 40, ImageFormat::Jpeg);
        let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        tiff.extend([orientation, 0, 0, 0, 0, 0, 0]);
        tiff.extend(b"GPSSECRET");
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend(tiff);
        let mut bytes = plain[..2].to_vec();
        bytes.extend([0xff, 0xe1]);
        bytes.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        bytes.extend(exif);
        bytes.extend(&plain[2..]);
        bytes
    }

    #[test]
    fn a_turned_photo_is_stored_upright_and_without_what_the_camera_wrote() {
        let encoded = prepare(&jpeg_with_exif(6)).map_err(|e| format!("{e:?}")).unwrap();
        assert_eq!((encoded.width, encoded.height), (40, 80));
        for (_, webp) in &encoded.files {
            assert!(!webp.windows(9).any(|w| w == b"GPSSECRET"));
            assert!(!webp.windows(4).any(|w| w == b"EXIF"));
            // Turned clockwise, the red left half is on top.
            let top = image::load_from_memory(webp).unwrap().to_rgb8().get_pixel(20, 10).0;
            assert!(top[0] > top[2], "{top:?}");
        }
    }

    #[test]
    fn three_sizes_are_kept_and_none_is_enlarged() {
        let encoded = prepare(&file(2_400, 1_200, ImageFormat::Png))
            .map_err(|e| format!("{e:?}"))
            .unwrap();
        let widths: Vec<_> = encoded
            .files
            .iter()
            .map(|(_, f)| image::load_from_memory(f).unwrap().width())
            .collect();
        assert_eq!(widths, [1_920, 960, 480]);
        assert!(!encoded.thumbhash.is_empty());
        assert_eq!(
            prepare(&file(100, 50, ImageFormat::Jpeg))
                .map_err(|e| format!("{e:?}"))
                .unwrap()
                .width,
            100
        );
    }

    #[test]
    fn what_is_no_photo_is_refused_by_its_reason() {
        let reason = |bytes: &[u8]| prepare(bytes).map(|_| ()).unwrap_err();
        assert_eq!(weigh(b""), Some(NotAPhoto::Empty));
        assert_eq!(weigh(&vec![0; MOST_BYTES + 1]), Some(NotAPhoto::TooHeavy));
        assert_eq!(
            reason(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            NotAPhoto::UnknownFormat
        );
        assert_eq!(reason(b"%PDF-1.7 holiday.jpg"), NotAPhoto::UnknownFormat);
        assert_eq!(reason(&file(80, 40, ImageFormat::Jpeg)[..60]), NotAPhoto::Broken);
        assert_eq!(reason(&file(4, 4, ImageFormat::Png)), NotAPhoto::TooSmall);
        // A PNG of a few bytes that claims 15,000 × 15,000 pixels.
        let mut bomb = file(64, 64, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 0x3a, 0x98, 0, 0, 0x3a, 0x98]);
        let crc = crc32(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&crc.to_be_bytes());
        assert_eq!(reason(&bomb), NotAPhoto::TooManyPixels);
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |c, _| {
                if c & 1 == 1 { (c >> 1) ^ 0xedb8_8320 } else { c >> 1 }
            })
        })
    }
}

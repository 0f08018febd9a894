use crate::{
    Error,
    listings::{
        ListingId, MOST_PHOTOS, PhotoRefusal, add_photo, archive, describe_photo, discard, duplicate, move_photo, own,
        remove_photo, testing::Thing,
    },
    on_both_engines,
    photos::{NotAPhoto, Size, key},
    testing::World,
};
use image::{DynamicImage, ImageFormat};
use std::io::Cursor;
use uuid::Uuid;

fn png(shade: u8) -> Vec<u8> {
    let picture = DynamicImage::ImageRgb8(image::RgbImage::from_pixel(40, 30, image::Rgb([shade, 90, 90])));
    let mut bytes = Vec::new();
    picture
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
        .unwrap();
    bytes
}

async fn files(world: &World, photo: Uuid) -> usize {
    let mut count = 0;
    for size in Size::ALL {
        count += usize::from(world.ctx.blobs.get(&key(photo, size)).await.unwrap().is_some());
    }
    count
}

on_both_engines! {
    async fn photos_are_added_described_moved_and_removed(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let mut ids = Vec::new();
        for shade in [10, 100, 200] {
            ids.push(add_photo(&world.ctx, &lena, id, png(shade)).await.unwrap().id);
        }
        let order = async || -> Vec<Uuid> {
            own(&world.ctx, &lena, id).await.unwrap().photos.into_iter().map(|p| p.id).collect()
        };
        assert_eq!(order().await, ids);
        describe_photo(&world.ctx, &lena, id, ids[1], " Die Leiter 🪜\nim Flur ").await.unwrap();
        move_photo(&world.ctx, &lena, id, ids[1], -1).await.unwrap();
        move_photo(&world.ctx, &lena, id, ids[1], -1).await.unwrap();
        assert_eq!(order().await, [ids[1], ids[0], ids[2]]);
        let cover = &own(&world.ctx, &lena, id).await.unwrap().photos[0];
        assert_eq!((cover.alt.as_str(), cover.width, cover.height), ("Die Leiter 🪜 im Flur", 40, 30));
        remove_photo(&world.ctx, &lena, id, ids[1]).await.unwrap();
        assert_eq!(order().await, [ids[0], ids[2]]);
        world.settle().await;
        assert_eq!((files(&world, ids[1]).await, files(&world, ids[0]).await), (0, 3));
        assert!(matches!(remove_photo(&world.ctx, &lena, id, ids[1]).await, Err(Error::NotFound)));
    }

    async fn what_is_no_photo_or_too_many_is_refused(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        for (bytes, why) in [
            (Vec::new(), NotAPhoto::Empty),
            (b"<svg/>".to_vec(), NotAPhoto::UnknownFormat),
            (vec![0; 16 * 1024 * 1024], NotAPhoto::TooHeavy),
        ] {
            let answer = add_photo(&world.ctx, &lena, id, bytes).await;
            assert!(matches!(answer, Err(Error::Refused(PhotoRefusal::NotAPhoto(w))) if w == why), "{why:?}");
        }
        let answer = describe_photo(&world.ctx, &lena, id, Uuid::nil(), &"x ".repeat(200)).await;
        assert!(matches!(answer, Err(Error::Refused(PhotoRefusal::Invalid(_)))));
        for _ in 0..MOST_PHOTOS {
            add_photo(&world.ctx, &lena, id, png(50)).await.unwrap();
        }
        let answer = add_photo(&world.ctx, &lena, id, png(50)).await;
        assert!(matches!(answer, Err(Error::Refused(PhotoRefusal::TooMany))));
    }

    async fn photos_sent_at_the_same_time_all_find_their_place(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let sent = (0..MOST_PHOTOS + 3).map(|_| add_photo(&world.ctx, &lena, id, png(50)));
        let answers = futures::future::join_all(sent).await;
        assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), MOST_PHOTOS);
        assert!(answers.iter().all(|a| matches!(a, Ok(_) | Err(Error::Refused(PhotoRefusal::TooMany)))), "{answers:?}");
        assert_eq!(own(&world.ctx, &lena, id).await.unwrap().photos.len(), MOST_PHOTOS);
    }

    async fn other_peoples_photos_are_not_found(world: World) {
        let lena = world.member("Lena").await;
        let bea = world.member("Bea").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let hers = Thing::called("Säge").publish(&world.ctx, &bea).await;
        let photo = add_photo(&world.ctx, &lena, id, png(50)).await.unwrap().id;
        assert!(matches!(add_photo(&world.ctx, &bea, id, png(50)).await, Err(Error::NotFound)));
        assert!(matches!(add_photo(&world.ctx, &bea, ListingId(Uuid::nil()), png(50)).await, Err(Error::NotFound)));
        for listing in [id, hers] {
            assert!(matches!(remove_photo(&world.ctx, &bea, listing, photo).await, Err(Error::NotFound)));
            assert!(matches!(move_photo(&world.ctx, &bea, listing, photo, 1).await, Err(Error::NotFound)));
            assert!(matches!(describe_photo(&world.ctx, &bea, listing, photo, "x").await, Err(Error::NotFound)));
        }
        assert_eq!(files(&world, photo).await, 3);
    }

    async fn an_archived_listing_keeps_its_photos_as_they_are(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let photo = add_photo(&world.ctx, &lena, id, png(50)).await.unwrap().id;
        archive(&world.ctx, &lena, id, None).await.unwrap();
        assert!(matches!(add_photo(&world.ctx, &lena, id, png(50)).await, Err(Error::Refused(PhotoRefusal::NotNow))));
        assert!(matches!(remove_photo(&world.ctx, &lena, id, photo).await, Err(Error::Refused(PhotoRefusal::NotNow))));
    }

    async fn a_copy_has_photos_of_its_own_and_a_discarded_draft_takes_them_along(world: World) {
        let lena = world.member("Lena").await;
        let id = Thing::called("Leiter").publish(&world.ctx, &lena).await;
        let photo = add_photo(&world.ctx, &lena, id, png(50)).await.unwrap().id;
        let copy = duplicate(&world.ctx, &lena, id).await.unwrap();
        let copied = own(&world.ctx, &lena, copy).await.unwrap().photos[0].id;
        assert_ne!(copied, photo);
        remove_photo(&world.ctx, &lena, id, photo).await.unwrap();
        world.settle().await;
        assert_eq!((files(&world, photo).await, files(&world, copied).await), (0, 3));
        discard(&world.ctx, &lena, copy, None).await.unwrap();
        world.settle().await;
        assert_eq!(files(&world, copied).await, 0);
    }
}

package io.hairline.treatment.photo.image;

/**
 * What was copied.
 *
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param width in pixels, as it is stored
 * @param height in pixels
 */
public record Picture(String mediaType, int width, int height) {

    /** What a phone with a camera of 50 megapixels takes; decoded, four bytes each. */
    static final long MOST_PIXELS = 52_000_000;

    static final int LONGEST_SIDE = 16_384;

    public Picture {
        if (width < 1 || height < 1) {
            throw UnreadablePicture.broken("it has no pixels");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new UnreadablePicture("has %d × %d pixels; send one of at most %d megapixels and %d on a side"
                    .formatted(width, height, MOST_PIXELS / 1_000_000, LONGEST_SIDE));
        }
    }
}

package io.hairline.treatment.photo.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies a picture as what it is, whatever its name or its sender says it is. */
public final class PictureCopy {

    private static final int JPEG = 0xFFD8;
    private static final int PNG = 0x8950;
    private static final int BUFFER = 16 * 1024;

    private PictureCopy() {}

    /**
     * Copies the picture without what was noted in its file beside it: place, camera, time, comments, previews.
     *
     * @throws UnreadablePicture if it isn't one that is taken; part of it may be written by then
     */
    public static Picture copy(InputStream file, OutputStream to) throws IOException {
        PictureBytes in = new PictureBytes(file);
        BufferedOutputStream out = new BufferedOutputStream(to, BUFFER);
        int first = in.next();
        if (first < 0) {
            throw new UnreadablePicture("is empty; choose a picture");
        }
        int start = first << 8 | Math.max(in.next(), 0);
        Picture picture = switch (start) {
            case JPEG -> JpegCopy.copy(in, out);
            case PNG -> PngCopy.copy(in, out);
            default ->
                throw new UnreadablePicture(
                        "must be a JPEG or PNG picture; this file's content is neither, whatever its name says");
        };
        out.flush();
        in.drain();
        return picture;
    }
}

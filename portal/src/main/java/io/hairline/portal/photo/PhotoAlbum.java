package io.hairline.portal.photo;

import io.hairline.portal.brand.CodeLabels;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A client's photos as a page shows them: what can be compared first, then all of them. */
record PhotoAlbum(List<Comparison> comparisons, List<Photo> all) {

    /** The six standard angles, in the order in which they are taken. */
    static final List<String> ANGLES = List.of("FRONT", "LEFT", "RIGHT", "TOP", "CROWN", "BACK");

    private static final String BEFORE = "BEFORE";

    /** The same angle, before everything and as it was last. */
    record Comparison(String angle, Photo before, Photo after) {
        public String words() {
            return CodeLabels.label("photo.angle", angle);
        }
    }

    static PhotoAlbum of(List<Photo> photos) {
        return new PhotoAlbum(ANGLES.stream().flatMap(it -> compare(it, photos)).toList(), photos);
    }

    private static Stream<Comparison> compare(String angle, List<Photo> photos) {
        List<Photo> seen =
                photos.stream().filter(it -> it.angle().equals(angle)).toList();
        Optional<Photo> first =
                seen.stream().filter(it -> it.stage().equals(BEFORE)).min(Comparator.comparing(Photo::takenAt));
        Optional<Photo> last =
                seen.stream().filter(it -> !it.stage().equals(BEFORE)).max(Comparator.comparing(Photo::takenAt));
        return first.isPresent() && last.isPresent()
                ? Stream.of(new Comparison(angle, first.get(), last.get()))
                : Stream.empty();
    }

    /** The angle that is taken after this one, so that six photos need no choosing. */
    static String after(String angle) {
        int here = ANGLES.indexOf(angle);
        return ANGLES.get((here + 1) % ANGLES.size());
    }
}

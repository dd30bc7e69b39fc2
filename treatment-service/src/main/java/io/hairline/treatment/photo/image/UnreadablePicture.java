package io.hairline.treatment.photo.image;

/** A file that isn't taken, and why: for the person who sent it. */
public final class UnreadablePicture extends RuntimeException {

    UnreadablePicture(String words) {
        super(words, null, false, false);
    }

    /** What follows the field's name in a problem. */
    public String words() {
        return String.valueOf(getMessage());
    }

    static UnreadablePicture broken(String what) {
        return new UnreadablePicture("can't be read as a picture: " + what + "; take or save it anew");
    }

    static UnreadablePicture cutOff() {
        return new UnreadablePicture("ends too early; send the whole file again");
    }
}

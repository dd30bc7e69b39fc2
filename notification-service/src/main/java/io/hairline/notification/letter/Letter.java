package io.hairline.notification.letter;

/** A message in her words, ready to be handed over. */
public record Letter(String subject, String text, String html) {

    @Override
    public String toString() {
        return "Letter";
    }
}

package io.hairline.notification.rendering;

/** A message in her words, ready to be handed over. */
public record RenderedMessage(String subject, String text, String html) {

    @Override
    public String toString() {
        return "Letter";
    }
}

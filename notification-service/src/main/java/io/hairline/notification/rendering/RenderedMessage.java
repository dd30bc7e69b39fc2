package io.hairline.notification.rendering;

/** A message in the client's language, ready to be handed over. */
public record RenderedMessage(String subject, String text, String html) {

    @Override
    public String toString() {
        return "RenderedMessage";
    }
}

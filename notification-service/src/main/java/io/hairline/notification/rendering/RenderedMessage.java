package io.hairline.notification.rendering;

import io.hairline.contracts.notification.LetterLink;
import org.jspecify.annotations.Nullable;

/**
 * A message in the client's language, ready to be handed over.
 *
 * @param link the link with a secret that is in it; absent if there is none
 */
public record RenderedMessage(
        String subject, String text, String html, @Nullable LetterLink link) {

    @Override
    public String toString() {
        return "RenderedMessage";
    }
}

package io.hairline.kit.autoconfigure;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;

/** What checks of a field say, in English. */
record EnglishMessages(MessageInterpolator words) implements MessageInterpolator {

    @Override
    public String interpolate(String template, Context context) {
        return words.interpolate(template, context, Locale.ENGLISH);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return interpolate(template, context);
    }
}

package io.hairline.portal.brand;

import io.hairline.portal.language.Texts;
import org.jspecify.annotations.Nullable;

/** Whether a plan has the skin numbed, and with what. */
public record Numbing(boolean wanted, @Nullable String product) {

    public String words() {
        return product == null ? Texts.text(wanted ? "yes" : "no") : Texts.text("plan.numbing.with", product);
    }
}

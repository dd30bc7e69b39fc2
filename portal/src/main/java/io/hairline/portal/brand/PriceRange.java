package io.hairline.portal.brand;

import io.hairline.portal.language.Texts;
import org.jspecify.annotations.Nullable;

/** What a service costs today in a currency, from the smallest area in the lightest density to the whole in the highest. */
public record PriceRange(Money from, Money to, @Nullable Money numbing) {

    public boolean varies() {
        return !from.equals(to);
    }

    public String words() {
        return varies() ? Texts.text("price.range", from.words(), to.words()) : from.words();
    }

    /** The same with what numbing adds. */
    public String whole() {
        return numbing == null ? words() : Texts.text("price.with-numbing", words(), numbing.words());
    }
}

package io.hairline.portal.chart.parts;

import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a pigment in a cup reads: how much, how far it was thinned, and in which cup if cups were numbered. */
public final class PigmentWords {

    private PigmentWords() {}

    public static String of(@Nullable BigDecimal millilitres, @Nullable BigDecimal dilution, @Nullable Integer cup) {
        String mixture = Texts.text("chart.pigment", number(millilitres), number(dilution));
        return cup == null ? mixture : Texts.text("chart.pigment.cup", cup, mixture);
    }

    static String number(@Nullable BigDecimal it) {
        return it == null ? "–" : Texts.exactNumber(it);
    }
}

package io.hairline.treatment.lot;

import io.hairline.kit.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A maker's batch, however it is typed: case, width, spaces and punctuation make no other batch.
 *
 * @param normal maker, product and number in their normal form
 */
public record Batch(String normal) {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Refuses parts that have neither a letter nor a digit, since they would name every batch. */
    public static Batch of(String maker, String product, String lotNumber) {
        return new Batch(
                String.join("|", normal("maker", maker), normal("product", product), normal("lotNumber", lotNumber)));
    }

    /** How the batches of one maker's product begin. */
    static String ofProduct(String maker, String product) {
        return String.join("|", normal("maker", maker), normal("product", product), "");
    }

    private static String normal(String field, String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        String letters = NO_WORD.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKC))
                .replaceAll("");
        if (letters.isEmpty()) {
            throw Refusal.input(field, "must have letters or digits, as on the label");
        }
        return letters;
    }

    @Override
    public String toString() {
        return normal;
    }
}

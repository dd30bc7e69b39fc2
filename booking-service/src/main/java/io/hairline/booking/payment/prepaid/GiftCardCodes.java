package io.hairline.booking.payment.prepaid;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hairline.contracts.PrepaidId;
import io.hairline.kit.FieldEncryption;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The code on a gift card: four groups of four letters and digits, 80 bits that nobody can guess. It follows from the card's
 * id and the service's key, so it isn't stored; the database has only a keyed token of it.
 */
@Component
class GiftCardCodes {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final FieldEncryption encryption;

    GiftCardCodes(FieldEncryption encryption) {
        this.encryption = encryption;
    }

    String codeOf(PrepaidId id) {
        byte[] random = encryption.token(id.value(), "gift-card-code").getBytes(UTF_8);
        StringBuilder code = new StringBuilder();
        for (int index = 0; index < LENGTH; index++) {
            if (index > 0 && index % GROUP == 0) {
                code.append('-');
            }
            code.append(DIGITS.charAt(Math.floorMod(random[index], DIGITS.length())));
        }
        return code.toString();
    }

    /** However the code is typed: letters that look like digits count as these. */
    String tokenOf(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^" + DIGITS + "]", "");
        return encryption.token(plain, "gift-card");
    }
}

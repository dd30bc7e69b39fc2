package io.hairline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IdTests {

    private static final Pattern DOCUMENTED = Pattern.compile(Id.ULID);
    private static final String GOOD = "01jd0000000000000000000000";

    @Test
    void takesWhatTheDocumentsPromise() {
        Random random = new Random(1);
        for (int time = 0; time < 20_000; time++) {
            String text = spoilt(random);

            assertThat(Id.isUlid(text))
                    .as(text)
                    .isEqualTo(DOCUMENTED.matcher(text).matches());
        }
    }

    private static String spoilt(Random random) {
        StringBuilder text = new StringBuilder(GOOD);
        for (int change = random.nextInt(4); change > 0; change--) {
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(32, 160));
        }
        if (random.nextInt(10) == 0) {
            text.setLength(random.nextInt(GOOD.length() + 2));
        }
        return text.toString();
    }
}

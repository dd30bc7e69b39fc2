package io.hairline.kit.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    private static final int LAST_CODE_POINT = 0x10FFFF;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana",
                "O",
                "O’Neill",
                "D'Arcy",
                "Jean-Luc",
                "Nguyễn Thị Ánh",
                "Łukasz",
                "İpek",
                "Ђорђе",
                "Ελένη",
                "שָׁלוֹם",
                "محمد",
                "می‌خواهم",
                "নৃত্য",
                "क्‍ष",
                "ക്‍",
                "ශ්‍රී",
                "สมชาย",
                "王小明",
                "山田　太郎",
                "김민수",
                "ᠮᠣᠩᠭᠣᠯ",
                "Ngũgĩ wa Thiong’o",
                "👩‍🎨",
                "A & B <c@d.example> 100% {0}"
            })
    void keepsWhatPeopleAreCalled(String name) {
        assertThat(PlainText.line(name)).isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @CsvSource({"'A\u030A', '\u00C5'", "' Ana ', Ana", "'\u00A0Ana\u3000', Ana", "'', ''", "'   ', ''"})
    void normalisesAndTrims(String typed, String stored) {
        assertThat(PlainText.line(typed)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x0B, 0x1B, 0x7F, 0x85, 0xAD, 0x61C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E,
                0x200F, 0x202A, 0x202E, 0x2028, 0x2029, 0x2060, 0x2066, 0x2069, 0x2800, 0x3164, 0xE000, 0xFEFF, 0xFFA0,
                0xFFFD, 0xFFFE, 0xE0001, 0xE0041, 0xF0000, 0x10FFFF
            })
    void refusesWhatCannotBeSeenOrTurnsTheText(int hostile) {
        String typed = "An" + Character.toString(hostile) + "na";

        assertThatExceptionOfType(PlainText.NotPlain.class)
                .isThrownBy(() -> PlainText.line(typed))
                .withMessageContaining("U+%04X".formatted(hostile));
        assertThatExceptionOfType(PlainText.NotPlain.class).isThrownBy(() -> PlainText.paragraphs(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\t"})
    void allowsLineBreaksWhereParagraphsAreWritten(String lineBreak) {
        String typed = "One" + lineBreak + "two";

        assertThatExceptionOfType(PlainText.NotPlain.class).isThrownBy(() -> PlainText.line(typed));
        assertThat(PlainText.paragraphs(typed)).isEqualTo(lineBreak.equals("\t") ? "One\ttwo" : "One\ntwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00b", "\u0301", "\u200Cمحمد", "م\u200C\u200Cح", "a\u200D\u0301"})
    void refusesHalfCharactersLoneMarksAndJoinersThatJoinNothing(String typed) {
        assertThatExceptionOfType(PlainText.NotPlain.class).isThrownBy(() -> PlainText.line(typed));
    }

    @Test
    void takesALetterOfEveryScript() {
        List<UnicodeScript> refused = new ArrayList<>();
        for (UnicodeScript script : UnicodeScript.values()) {
            IntStream.rangeClosed(0, LAST_CODE_POINT)
                    .filter(it -> Character.isLetter(it) && UnicodeScript.of(it) == script)
                    .filter(it -> it != 0x115F && it != 0x1160)
                    .limit(20)
                    .filter(it -> !isTaken(Character.toString(it)))
                    .forEach(_ -> refused.add(script));
        }

        assertThat(refused).isEmpty();
    }

    /** Over random texts: what is taken is stored in one form, and holds no character of a kind that is refused. */
    @Test
    void storesOnlyWhatItWouldTakeAgain() {
        Random random = new Random(20261128);
        int taken = 0;
        for (int i = 0; i < 100_000; i++) {
            String typed = random(random);
            if (isTaken(typed)) {
                taken++;
                String stored = PlainText.line(typed);
                assertThat(PlainText.line(stored)).isEqualTo(stored);
                assertThat(Normalizer.isNormalized(stored, Normalizer.Form.NFC)).isTrue();
                assertThat(stored.codePoints().map(Character::getType))
                        .doesNotContain(
                                (int) Character.CONTROL, (int) Character.SURROGATE, (int) Character.PRIVATE_USE, (int)
                                        Character.UNASSIGNED);
                assertThat(stored.codePoints().filter(it -> Character.getType(it) == Character.FORMAT))
                        .isSubsetOf(0x200C, 0x200D);
            }
        }
        assertThat(taken).isBetween(10_000, 90_000);
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(1, 4);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x20, 0x7F);
                        case 1 -> random.nextInt(0x0600, 0x1200);
                        case 2 -> random.nextInt(0x2000, 0x2070);
                        default -> random.nextInt(0, LAST_CODE_POINT + 1);
                    });
        }
        return text.toString();
    }

    private static boolean isTaken(String typed) {
        try {
            PlainText.line(typed);
            return true;
        } catch (PlainText.NotPlain _) {
            return false;
        }
    }
}

package io.hairline.booking.client.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeysTests {

    @ParameterizedTest
    @CsvSource({
        "'  Zoë  O''Neill-Çelik ', zoe o neill celik",
        "Straße, strasse",
        "ŁUKASZ Ørsted, lukasz orsted",
        "İpek, ipek",
        "李 小龙, 李 小龙",
        "Ｔａｎａｋａ ﾀﾛｳ, tanaka タロウ",
        "नमिता, नमिता",
        "Ἀλέξανδρος, αλεξανδροσ",
        "Андрей, андреи"
    })
    void foldsCaseAccentsAndPunctuation(String written, String plain) {
        assertThat(SearchKeys.plain(written)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"Byron, Biron", "Schmidt, Schmitt", "Mueller, Müller", "Katharina, Catharina", "Ng, Ng"})
    void seesAMisspeltNameAsAlike(String one, String other) {
        assertThat(SearchKeys.likeness(SearchKeys.gramsOf(one), SearchKeys.gramsOf(other)))
                .isGreaterThanOrEqualTo(0.25);
    }

    @ParameterizedTest
    @CsvSource({"Byron, Lovelace", "Smith, Jones", "Ada, Grace"})
    void seesAnotherNameAsAnother(String one, String other) {
        assertThat(SearchKeys.likeness(SearchKeys.gramsOf(one), SearchKeys.gramsOf(other)))
                .isLessThan(0.25);
    }

    @Test
    void hasNothingToFindNobodyBy() {
        assertThat(SearchKeys.gramsOf(" - ")).isEmpty();
        assertThat(SearchKeys.likeness(SearchKeys.gramsOf(""), SearchKeys.gramsOf("Ada")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"伟 王, 王伟", "伟 王, 王", "李 小龙, 小龙", "Bo Li, Bo", "O, O"})
    void findsShortNamesAndNamesWithoutSpaces(String name, String typed) {
        assertThat(SearchKeys.likeness(SearchKeys.gramsOf(name), SearchKeys.gramsOf(typed)))
                .isGreaterThanOrEqualTo(0.25);
    }

    @Test
    void keepsMarksThatMakeAnotherWord() {
        assertThat(SearchKeys.plain("कमल")).isNotEqualTo(SearchKeys.plain("कमाल"));
        assertThat(SearchKeys.plain("กา")).isNotEqualTo(SearchKeys.plain("กิ"));
    }

    @Test
    void doesNotMindWhichNameComesFirst() {
        assertThat(SearchKeys.inOrder("Ada Byron")).isEqualTo(SearchKeys.inOrder("BYRON, Ada"));
        assertThat(SearchKeys.inOrder("伟 王")).isEqualTo(SearchKeys.inOrder("王伟"));
        assertThat(SearchKeys.beginsWith("Ada Byron", "by")).isTrue();
        assertThat(SearchKeys.beginsWith("Ada Byron", "yron")).isFalse();
    }
}

package io.hairline.treatment.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTests {

    @ParameterizedTest
    @CsvSource({
        "Robin,Test,Robin Test",
        "Robin,Test,test ROBIN",
        "Robin,Test,'Test, Robin'",
        "Robin,Test,Robin James Test",
        "Robin James,Test,Robin Test",
        "Ren\u00e9e,M\u00fcller,Renee Muller",
        "Zo\u00eb,Gro\u00df,Zoe Gross",
        "Pat,O'Brien,Pat OBrien",
        "Pat,O'Brien,Pat O\u2019Brien",
        "Anna Maria,L\u00f3pez Garc\u00eda,Anna Garcia",
        "\u592a\u90ce,\u5c71\u7530,\u5c71\u7530\u592a\u90ce",
        "Suharto,'',suharto",
        "\u0141ukasz,\u017b\u00f3\u0142\u0107,Lukasz Zolc"
    })
    void takesTheNameAsPeopleWriteIt(String given, String family, String signature) {
        assertThat(new PersonName(given, family).isSignedBy(signature)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Robin,Test,X",
        "Robin,Test,Robin",
        "Robin,Test,Test",
        "Robin,Test,Kim Test",
        "Robin,Test,Robin Hood",
        "Robin,Test,Signed in the clinic",
        "Robin,Test,...",
        "\u0e01\u0e34,\u0e02,\u0e01\u0e35 \u0e02",
        "Suharto,'',Sukarno"
    })
    void takesNoOther(String given, String family, String signature) {
        assertThat(new PersonName(given, family).isSignedBy(signature)).isFalse();
    }
}

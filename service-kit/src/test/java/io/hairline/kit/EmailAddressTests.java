package io.hairline.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada@example.com, false",
        "Ada.O'Neil+smp@Example.COM, Ada.O'Neil+smp@example.com, false",
        "ada@bücher.example, ada@xn--bcher-kva.example, false",
        "ada@straße.example, ada@xn--strae-oqa.example, false",
        "ada@例え.テスト, ada@xn--r8jz45g.xn--zckzah, false",
        "łukasz.x@example.com, łukasz.x@example.com, true",
        "İpek@example.com, İpek@example.com, true",
        "用户@例子.example, 用户@xn--fsqu00a.example, true",
    })
    void convertsTheDomainAndNeverTheNameBeforeIt(String written, String envelope, boolean needsSmtpUtf8) {
        EmailAddress address = EmailAddress.parse(written);

        assertThat(address.forEnvelope()).isEqualTo(envelope);
        assertThat(address.needsSmtpUtf8()).isEqualTo(needsSmtpUtf8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@localhost",
                "ada@[192.0.2.1]",
                "ada@192.0.2.1",
                "ada@exa mple.com",
                "ada@-example.com",
                "ada@example..com",
                "ada@example.com.",
                "a da@example.com",
                "\"a da\"@example.com",
                "ada@home@example.com",
                ".ada@example.com",
                "ada.@example.com",
                "a..da@example.com",
                "ada<eve@example.com>@example.com",
                "ada,eve@example.com",
                "ada\r\nRCPT TO:<eve@example.com>@example.com",
                "ada\u0000@example.com",
                "ada\u200b@example.com",
                "ada\u202e@example.com",
                "ada@exam\u200bple.com\u2028",
            })
    void refusesWhatCannotBeMailed(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.parse(written))
                .withMessageStartingWith("must");
    }

    @Test
    void refusesWhatIsTooLongForAServer() {
        EmailAddress.parse("a".repeat(64) + "@example.com");

        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@example.com"));
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.parse("ł".repeat(33) + "@example.com"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.parse("a".repeat(60) + "@" + "example.".repeat(30) + "com"));
    }

    @Test
    void keepsAnAddressOutOfLogs() {
        assertThat(EmailAddress.parse("ada@example.com")).asString().doesNotContain("ada");
    }
}

package io.hairline.booking.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hairline.contracts.ClinicId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewClientTests {

    private static Client.Particulars register(String email) {
        return new ClientController.NewClient(
                        "Ada",
                        "Lovelace",
                        LocalDate.of(1990, 12, 10),
                        email,
                        "+44 7400 123456",
                        "en",
                        "Europe/London",
                        new ClinicId(Ids.next(ClinicId.PREFIX)),
                        null)
                .particulars("GB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada.Lovelace@Example.com", "łukasz.x@example.com", "İpek@straße.example"})
    void keepsAnAddressAsItWasWritten(String email) {
        assertThat(register(email).email()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@localhost", "\"a da\"@example.com", "a da@example.com", "ada@[192.0.2.1]"})
    void saysAtOnceWhichAddressCannotBeMailed(String email) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> register(email))
                .satisfies(it -> assertThat(it.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("email")));
    }
}

package io.hairline.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

class ApiProblemTests {

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Valid until: must not be before “Issued on”",
                "de | Gültig bis: darf nicht vor „Ausgestellt am“ liegen",
                "es | Válida hasta: no puede ser anterior a «Expedida el»",
                "fr | Valable jusqu’au: ne doit pas précéder « Délivrée le »"
            })
    void namesFieldsAsThePagesDo(String language, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(wrong("validUntil", "must not be before issuedOn").errors()).containsExactly(said);
        assertThat(wrong("validUntil", "must not be before \\\"issuedOn\\\"").errors())
                .containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shifts[0].until | must not be before \\\"from\\\" | Until: must not be before “From”",
                "chairId | is not a chair of this clinic | Chair: is not a chair of this clinic",
                "clinicId | is not a clinic of the brand; GET /api/v1/clinics lists them | Clinic: is not a clinic of the brand",
                "practitionerId | must belong to your clinic; ask with POST /practitioners/{id}/assignments first"
                        + " | Practitioner: must belong to your clinic",
                "answers | must name our questions; GET /api/v1/questionnaires/questions lists them"
                        + " | Answers: must name our questions",
                "until | is needed, or appointmentId for a pass for one visit"
                        + " | Until: is needed, or “Appointment” for a pass for one visit",
                "phone | must be a phone number with its country, such as +49 30 901820"
                        + " | Phone: must be a phone number with its country, such as +49 30 901820"
            })
    void saysNothingOfTheApi(String field, String message, String said) {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(wrong(field, message).errors()).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | must be greater than 0 | Betrag: muss größer als 0 sein",
                "de | must be greater than or equal to 0.01 | Betrag: muss mindestens 0.01 sein",
                "de | must be less than or equal to 100 | Betrag: darf höchstens 100 sein",
                "de | has more decimals than EUR | Betrag: hat mehr Nachkommastellen als EUR",
                "de | numeric value out of bounds (<10 digits>.<2 digits> expected)"
                        + " | Betrag: darf 10 Ziffern vor und 2 nach dem Komma haben",
                "de | must not be null | Betrag: fehlt",
                "es | must be greater than 0 | Importe: debe ser mayor que 0",
                "fr | has more decimals than EUR | Montant: a plus de décimales que EUR",
                "en | must be greater than 0 | Amount: must be greater than 0"
            })
    void saysWhatIsWrongWithNumbersInTheReadersLanguage(String language, String message, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(wrong("amount.amount", message).errors()).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | phone | must be a phone number with its country, such as +49 30 901820"
                        + " | Telefon: muss eine Telefonnummer mit Landesvorwahl sein, wie +49 30 901820",
                "de | email | must be an e-mail address such as name@example.com"
                        + " | E-Mail: muss eine E-Mail-Adresse wie name@example.com sein",
                "es | email | must have a domain such as example.com after the @"
                        + " | Correo electrónico: debe ser una dirección de correo como name@example.com",
                "fr | givenName | must be a name, with one letter at least"
                        + " | Prénom: doit être un nom, avec au moins une lettre",
                "de | givenName | must be a name without a web or e-mail address, with a space after each dot"
                        + " | Vorname: muss ein Name ohne Web- oder E-Mail-Adresse sein, mit einem Leerzeichen nach jedem Punkt",
                "de | familyName | size must be between 1 and 80 | Familienname: muss 1 bis 80 lang sein",
                "de | dateOfBirth | must be a date in the past, from 1900 on"
                        + " | Geburtsdatum: muss ein Datum in der Vergangenheit sein, ab 1900"
            })
    void saysWhatIsWrongWithAPersonInTheReadersLanguage(String language, String field, String message, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(wrong(field, message).errors()).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | until | must be from 2026-12-01 to 2031-12-01 | Bis: muss vom 01.12.2026 bis zum 01.12.2031 sein",
                "fr | until | must be from 2026-12-02 to 2031-12-02"
                        + " | Jusqu’au: doit être compris entre le 2 déc. 2026 et le 2 déc. 2031",
                "es | file | must be a JPEG or PNG picture; this file's content is neither, whatever its name says"
                        + " | Archivo: debe ser una imagen JPEG o PNG",
                "de | file | is empty; choose a picture | Datei: ist leer; wählen Sie ein Bild",
                "fr | file | is larger than 25 MB; send it in a smaller size"
                        + " | Fichier: dépasse 25 Mo ; envoyez une image plus petite",
                "de | file | has 9000 × 9000 pixels; send one of at most 64 megapixels and 8192 on a side | Datei: hat"
                        + " 9000 × 9000 Pixel; senden Sie ein Bild mit höchstens 64 Megapixeln und 8192 je Seite",
                "es | reason | must be one line, without line breaks or tabs"
                        + " | Motivo: debe ser una sola línea, sin saltos ni tabulaciones",
                "de | reason | must be a sentence of 10 to 500 characters"
                        + " | Grund: muss ein Satz von 10 bis 500 Zeichen sein"
            })
    void saysWhatIsWrongWithAPassAPictureAndAReasonInTheReadersLanguage(
            String language, String field, String message, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(wrong(field, message).errors()).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | above | must not be less than \\\"below\\\""
                        + " | Nicht mehr als: darf nicht weniger sein als „Nicht weniger als“",
                "fr | above | must be given, or \\\"below\\\" must be"
                        + " | Pas plus de: est nécessaire, ou bien « Pas moins de »",
                "de | openingHours[0].until | must be after \\\"from\\\", or on the next day at most 16 hours later"
                        + " | Bis: muss nach „Von“ liegen, oder am nächsten Tag höchstens 16 Stunden später",
                "es | tiers[1].upTo | must be more than in the tier before it"
                        + " | Hasta: debe ser más que en el tramo anterior",
                "de | tiers[1].upTo | must be left out in the last tier"
                        + " | Bis: muss in der letzten Stufe leer bleiben",
                "de | tiers[0].upTo | is missing | Bis: fehlt",
                "en | values.touchUp.dueMonths | must not be less than touchUp.soonestMonths"
                        + " | Touch-up due, months after the last session:"
                        + " must not be less than “Touch-up never due before, months”",
                "de | values.aftercare.scabDays | must be more than aftercare.washFromDay"
                        + " | Nicht rasieren, schwitzen, berühren bis Tag: muss mehr sein als „Waschen ab Tag“",
                "en | values.healing.minDays | must be a whole number, without quotes"
                        + " | Fewer days need a reason: must be a whole number"
            })
    void saysWhatIsWrongBetweenFieldsInTheReadersLanguage(String language, String field, String message, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(wrong(field, message).errors()).containsExactly(said);
    }

    @Test
    void isReadAgainFromASession() throws Exception {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(kept)) {
            out.writeObject(problem("{\"type\":\"/problems/slot-taken\",\"detail\":\"Too late.\"}"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(kept.toByteArray()))) {
            ApiProblem read = (ApiProblem) in.readObject();

            assertThat(read.is("slot-taken")).isTrue();
            assertThat(read.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "offer-gone",
                "waitlist-full",
                "client-underage",
                "balance-too-low",
                "more-than-owed",
                "course-not-booked",
                "wrong-currency",
                "sessions-out-of-order",
                "erasure-not-yet",
                "overlapping-appointments",
                "wrong-day",
                "other-clinic"
            })
    void speaksTheReadersLanguageWhereTheServiceSpeaksEnglish(String slug) {
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(problem("{\"type\":\"/problems/%s\",\"detail\":\"In English.\"}".formatted(slug)))
                .extracting(Throwable::getMessage)
                .asString()
                .isNotBlank()
                .doesNotContain("English");
    }

    @Test
    void leavesOperationsOfTheApiOutOfTheSentence() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(problem("{\"detail\":\"This batch is recalled already; GET /api/v1/recalls lists it.\"}"))
                .hasMessage("This batch is recalled already.");
    }

    @ParameterizedTest
    @CsvSource({"en, This form", "de, Dieses Formular", "es, Este formulario", "fr, Ce formulaire"})
    void speaksOfTheFormWhereTheServiceSpeaksOfItsKey(String language, String form) {
        LocaleContextHolder.setLocale(Locale.of(language));

        ApiProblem sentBefore = problem("{\"type\":\"/problems/idempotency-mismatch\",\"detail\":"
                + "\"This Idempotency-Key came before with another body. Take a new key for a new wish.\"}");
        ApiProblem unfit =
                wrong("Idempotency-Key", "must be 1 to 64 letters, digits or any of _ . : - (a UUID is fine)");

        assertThat(List.of(sentBefore, unfit)).allSatisfy(it -> {
            assertThat(it.getMessage()).startsWith(form);
            assertThat(it.errors()).isEmpty();
        });
        assertThat(sentBefore.getMessage()).isNotEqualTo(unfit.getMessage());
        assertThat(sentBefore.is("idempotency-mismatch")).isTrue();
    }

    /** Such a page has the newest version or a fresh key, so what was typed must not wait there to be sent. */
    @ParameterizedTest
    @CsvSource({
        "invalid-input, true",
        "signature-mismatch, true",
        "slot-taken, true",
        "stale-version, false",
        "idempotency-mismatch, false"
    })
    void letsAFormBeCorrectedUnlessItCameTooLateOrTwice(String slug, boolean canBe) {
        assertThat(problem("{\"type\":\"/problems/%s\"}".formatted(slug)).canBeCorrected())
                .isEqualTo(canBe);
    }

    @Test
    void saysNothingOfVersionsInEnglishEither() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(problem("{\"type\":\"/problems/stale-version\",\"detail\":\"it is at version 3 now.\"}"))
                .hasMessageStartingWith("Somebody changed it in the meantime.");
    }

    private static ApiProblem wrong(String field, String message) {
        return problem("{\"type\":\"/problems/invalid-input\",\"errors\":[{\"field\":\"%s\",\"message\":\"%s\"}]}"
                .formatted(field, message));
    }

    private static ApiProblem problem(String body) {
        return ApiProblem.of(422, "Booking", body.getBytes(StandardCharsets.UTF_8));
    }
}

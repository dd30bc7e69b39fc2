package io.hairline.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
                "fr | Valable jusqu’au : ne doit pas précéder « Délivrée le »"
            })
    void namesFieldsAsThePagesDo(String language, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(said("validUntil", "not-before: issuedOn").errors()).containsExactly(said);
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
                "de | above: 0 | Betrag: muss größer als 0 sein",
                "de | at-least: 0.01 | Betrag: muss mindestens 0,01 sein",
                "de | at-most: 100 | Betrag: darf höchstens 100 sein",
                "de | decimals: EUR | Betrag: hat mehr Nachkommastellen als EUR",
                "de | digits: 10, 2 | Betrag: darf 10 Ziffern vor und 2 nach dem Komma haben",
                "de | needed | Betrag: fehlt",
                "es | above: 0 | Importe: debe ser mayor que 0",
                "fr | decimals: EUR | Montant : a plus de décimales que EUR",
                "en | above: 0 | Amount: must be greater than 0"
            })
    void saysWhatIsWrongWithNumbersInTheReadersLanguage(String language, String saidOf, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(said("amount.amount", saidOf).errors()).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | phone | phone: +49 30 901820 | Telefon: muss eine Telefonnummer mit Landesvorwahl sein, wie +49 30 901820",
                "de | email | email | E-Mail: muss eine E-Mail-Adresse wie name@example.com sein",
                "es | email | email | Correo electrónico: debe ser una dirección de correo como name@example.com",
                "fr | givenName | name | Prénom : doit être un nom, avec au moins une lettre",
                "de | givenName | name-address | Vorname: muss ein Name ohne Web- oder E-Mail-Adresse sein, mit einem Leerzeichen nach jedem Punkt",
                "de | familyName | length: 1, 80 | Familienname: muss 1 bis 80 lang sein",
                "de | dateOfBirth | birth: 1900 | Geburtsdatum: muss ein Datum in der Vergangenheit sein, ab 1900"
            })
    void saysWhatIsWrongWithAPersonInTheReadersLanguage(String language, String field, String saidOf, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(said(field, saidOf).errors()).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | until | between: 2026-12-01, 2031-12-01 | Bis: muss vom 01.12.2026 bis zum 01.12.2031 sein",
                "fr | until | between: 2026-12-02, 2031-12-02 | Jusqu’au : doit être compris entre le 2 déc. 2026 et le 2 déc. 2031",
                "es | file | picture | Archivo: debe ser una imagen JPEG o PNG",
                "de | file | picture-empty | Datei: ist leer; wählen Sie ein Bild",
                "fr | file | picture-large: 25 | Fichier : dépasse 25 Mo ; envoyez une image plus petite",
                "de | file | picture-pixels: 9000, 9000, 64, 8192 | Datei: hat 9000 × 9000 Pixel; senden Sie ein Bild mit höchstens 64 Megapixeln und 8192 je Seite",
                "es | reason | one-line | Motivo: debe ser una sola línea, sin saltos ni tabulaciones",
                "de | reason | sentence: 10, 500 | Grund: muss ein Satz von 10 bis 500 Zeichen sein"
            })
    void saysWhatIsWrongWithAPassAPictureAndAReasonInTheReadersLanguage(
            String language, String field, String saidOf, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(said(field, saidOf).errors()).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | above | not-less: below | Nicht mehr als: darf nicht weniger sein als „Nicht weniger als“",
                "fr | above | needed-or: below | Pas plus de : est nécessaire, ou bien « Pas moins de »",
                "de | openingHours[0].until | overnight: from, 16 | Bis: muss nach „Von“ liegen, oder am nächsten Tag höchstens 16 Stunden später",
                "es | tiers[1].upTo | more-than-before | Hasta: debe ser más que en el tramo anterior",
                "de | tiers[1].upTo | left-out | Bis: muss in der letzten Stufe leer bleiben",
                "de | tiers[0].upTo | needed | Bis: fehlt",
                "en | values.touchUp.dueMonths | not-less: touchUp.soonestMonths | Touch-up due, months after the last session: must not be less than “Touch-up never due before, months”",
                "de | values.aftercare.scabDays | more-than-field: aftercare.washFromDay | Nicht rasieren, schwitzen, berühren bis Tag: muss mehr sein als „Waschen ab Tag“",
                "de | leadTimeMinutes | shorter-than: horizonDays | Frühester Beginn nach der Buchung, Minuten: muss kürzer sein als „Tage im Voraus buchbar“, sonst kann nichts gebucht werden",
                "fr | horizonDays | from-layer: REGION | Jours réservables à l’avance : est fixé par la région",
                "en | values.healing.minDays | whole | Fewer days need a reason: must be a whole number"
            })
    void saysWhatIsWrongBetweenFieldsInTheReadersLanguage(String language, String field, String saidOf, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(said(field, saidOf).errors()).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Chair: nobody has said this before",
                "de | Stuhl: ist nicht so, wie es sein muss",
                "es | Sillón: no es como debe ser",
                "fr | Fauteuil : n’est pas comme il faut"
            })
    void saysNothingInEnglishToReadersOfOtherLanguages(String language, String said) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(wrong("chairId", "nobody has said this before").errors()).containsExactly(said);
        assertThat(String.valueOf(problem("{\"type\":\"/problems/a-new-one\",\"detail\":\"In English.\"}")
                                .getMessage())
                        .contains("In English"))
                .isEqualTo(language.equals("en"));
    }

    @Test
    void saysInWhichRowOfTheFormItIs() {
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(said("openingHours[1].until", "needed")
                        .ofRows(List.of("Montag", "Dienstag"))
                        .errors())
                .containsExactly("Dienstag, Bis: fehlt");
        assertThat(said("openingHours[2].until", "needed")
                        .ofRows(List.of("Montag", "Dienstag"))
                        .errors())
                .containsExactly("Bis: fehlt");
    }

    /** Only what the pages have a label for is a field's name. */
    @ParameterizedTest
    @CsvSource({"de, nope", "en, nope", "de, zzz", "fr, someColumn"})
    void showsWhatWasTypedAsItIs(String language, String typed) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(said("price", "must-stay: " + typed).errors().getFirst())
                .contains(" " + typed)
                .doesNotContain("“", "„", "«");
    }

    @Test
    void saysWhatIsWrongWithALineOfATableInTheReadersLanguage() {
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(new FieldError(3, "email", "is of the same person as line 2", "same-person", List.of("2")).words())
                .isEqualTo("ist dieselbe Person wie in Zeile 2");
        assertThat(new FieldError(4, "dateOfBirth", "In English.", "client-underage", List.of()).words())
                .isEqualTo("Kunden sind mindestens 18 Jahre alt.");
        assertThat(new FieldError(6, "revoked", "In English.", "choice", List.of("EXPIRED, FRAUD")).words())
                .isEqualTo("muss eines davon sein: EXPIRED, FRAUD");
        assertThat(new FieldError(0, "revoked", "In English.", "choice", List.of("EXPIRED, FRAUD")).words())
                .isEqualTo("muss eine der Möglichkeiten sein");
        assertThat(new FieldError(5, "email", "In English.", null, null).words())
                .isEqualTo("ist nicht so, wie es sein muss");
    }

    @Test
    void setsTheColonAfterAFieldOffInFrenchAlone() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(said("reason", "needed").errors()).singleElement().asString().startsWith("Motif\u00a0: ");
        LocaleContextHolder.setLocale(Locale.GERMAN);
        assertThat(said("reason", "needed").errors()).singleElement().asString().startsWith("Grund: ");
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

    /** What a service says as a code, and the parts of its message behind a colon. */
    private static ApiProblem said(String field, String code) {
        String[] parts = code.split(": ", 2);
        String values = parts.length == 1
                ? ""
                : Arrays.stream(parts[1].split(", ")).map("\"%s\""::formatted).collect(Collectors.joining(","));
        return problem(
                "{\"type\":\"/problems/invalid-input\",\"errors\":[{\"field\":\"%s\",\"message\":\"in English\",\"code\":\"%s\",\"values\":[%s]}]}"
                        .formatted(field, parts[0], values));
    }

    private static ApiProblem problem(String body) {
        return ApiProblem.of(422, "Booking", body.getBytes(StandardCharsets.UTF_8));
    }
}

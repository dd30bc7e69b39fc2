package io.hairline.booking.client;

import io.hairline.kit.EmailAddress;
import io.hairline.kit.LanguageTag;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlainText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what a caller says about a client, and brings it into the form that is kept. */
public final class ClientInput {

    private static final int EARLIEST_YEAR = 1900;
    /** Treatment is for adults; the record of a minor would have no use. */
    private static final int OF_AGE = 18;

    /** What mail programs make a link of: a word, a dot and a word, or what is in addresses alone. */
    private static final Pattern ADDRESS = Pattern.compile("[/\\\\@<>]|[\\p{L}\\p{N}]{2}\\.\\p{L}{2}");

    private ClientInput() {}

    /** The fields as they were sent; a missing family name means a single name. */
    public record Sent(
            String givenName,
            @Nullable String familyName,
            LocalDate dateOfBirth,
            String email,
            String phone,
            String language,
            String zone) {}

    /**
     * Refuses the first field that isn't as it must be.
     *
     * @param country ISO 3166 of the home clinic: a phone number without its country is one of this country
     * @param today the business day
     */
    public static Client.Particulars particulars(Sent it, String country, LocalDate today) {
        return new Client.Particulars(
                name("givenName", it.givenName()),
                it.familyName() == null || it.familyName().isBlank() ? "" : name("familyName", it.familyName()),
                birth(it.dateOfBirth(), today),
                mailable(it.email().strip()),
                PhoneNumbers.e164(it.phone(), country)
                        .orElseThrow(() -> Refusal.input(
                                "phone", "must be a phone number with its country, such as +49 30 901820")),
                language(it.language()),
                zone(it.zone()));
    }

    /** Kept as it was written: only the receiving server may say that two spellings are one mailbox. */
    private static String mailable(String email) {
        try {
            EmailAddress.parse(email);
            return email;
        } catch (IllegalArgumentException e) {
            throw Refusal.input("email", String.valueOf(e.getMessage()));
        }
    }

    /**
     * A name has one letter at least, of any script, and no address in it: a visitor's name stands in a letter to whatever
     * mailbox the visitor gives.
     */
    private static String name(String field, String written) {
        String name = line(field, written);
        if (name.codePoints().noneMatch(Character::isLetter)) {
            throw Refusal.input(field, "must be a name, with one letter at least");
        }
        if (ADDRESS.matcher(name).find()) {
            throw Refusal.input(field, "must be a name without a web or e-mail address, with a space after each dot");
        }
        return name;
    }

    /** Tables come here without having been read as JSON. */
    private static String line(String field, String written) {
        try {
            return PlainText.line(written);
        } catch (PlainText.NotPlain e) {
            throw Refusal.input(field, e.rule());
        }
    }

    private static LocalDate birth(LocalDate date, LocalDate today) {
        if (date.isAfter(today) || date.getYear() < EARLIEST_YEAR) {
            throw Refusal.input("dateOfBirth", "must be a date in the past, from " + EARLIEST_YEAR + " on");
        }
        if (date.plusYears(OF_AGE).isAfter(today)) {
            throw Refusal.rule(
                    "client-underage", "Clients are " + OF_AGE + " years old at least; check the date of birth.");
        }
        return date;
    }

    private static String language(String tag) {
        try {
            return LanguageTag.parse(tag);
        } catch (IllegalArgumentException e) {
            throw Refusal.input("language", String.valueOf(e.getMessage()));
        }
    }

    private static String zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Refusal.input("zone", "must be a time zone such as Europe/Berlin");
        }
        return name;
    }
}

package io.hairline.portal.notice;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a page says after a call: what the answer says, not what was hoped for. Calls that are sent twice are answered with
 * what has become of the thing meanwhile, and some are accepted without changing anything.
 */
public final class Notices {

    private static final String STATUS = "status";

    private Notices() {}

    /** After booking: that it is booked, if it is. */
    public static String booked(JsonNode appointment) {
        return is(appointment, "CONFIRMED") ? Texts.text("notice.booked") : state(appointment);
    }

    /** After a move: when the appointment is now. */
    public static String moved(JsonNode appointment) {
        if (!is(appointment, "CONFIRMED")) {
            return state(appointment);
        }
        LocalDateTime at = LocalDateTime.parse(text(appointment, "localStart"));
        return Texts.text("notice.moved", Texts.day(at.toLocalDate()), Texts.time(at.toLocalTime()));
    }

    /** After a cancellation: whether it came in time. */
    public static String cancelled(JsonNode appointment) {
        return switch (text(appointment, STATUS)) {
            case "CANCELLED" -> Texts.text("notice.cancelled");
            case "LATE_CANCELLED" -> Texts.text("notice.cancelled-late");
            default -> state(appointment);
        };
    }

    private static String state(JsonNode appointment) {
        return appointmentIs(CodeLabels.status(text(appointment, STATUS)));
    }

    /** @param status as an answer told it, in words */
    public static String appointmentIs(String status) {
        return Texts.text("notice.appointment-is", status);
    }

    /**
     * After a payment: whether the money is there.
     *
     * @param paid the message for money that is there
     */
    public static String paid(JsonNode payment, String paid) {
        return is(payment, "CAPTURED") ? Texts.text(paid) : Texts.text("notice.paying");
    }

    /** After money was given back: whether it has gone, or the card provider still thinks about it. */
    public static String refunded(JsonNode payment) {
        JsonNode refunds = payment.path("refunds");
        return is(refunds.path(refunds.size() - 1), "DONE")
                ? Texts.text("notice.refunded")
                : Texts.text("notice.refunding");
    }

    /** After a step of a course that waits for its deposit: what has become of it. */
    public static String course(JsonNode course) {
        return switch (text(course, STATUS)) {
            case "BOOKED" -> Texts.text("course.now.booked");
            case "EXPIRED" -> Texts.text("course.now.given-back");
            default -> Texts.text("course.now.is", CodeLabels.label("course.status", text(course, STATUS)));
        };
    }

    /**
     * After a correction: whether anything has changed.
     *
     * @param version the version that was to be changed; nothing is compared where it isn't known
     * @param changed the message for something that has changed
     */
    public static String changed(@Nullable Long version, JsonNode corrected, String changed) {
        boolean same = version != null && corrected.path("version").asLong(-1) == version;
        return Texts.text(same ? "notice.unchanged" : changed);
    }

    /** After a step of a royalty statement: what it is now. */
    public static String statement(JsonNode statement) {
        return Texts.text("royalty.now", CodeLabels.label("royalty.status", text(statement, STATUS)));
    }

    /** After an offer was declined: whether the client still waits. */
    public static String declined(JsonNode entry) {
        return is(entry, "WAITING") ? Texts.text("waitlist.declined") : waiting(entry);
    }

    /** After the client wished to wait no longer: how the waiting has ended. */
    public static String left(JsonNode entry) {
        return is(entry, "LEFT") ? Texts.text("waitlist.left") : waiting(entry);
    }

    private static String waiting(JsonNode entry) {
        return Texts.text(is(entry, "BOOKED") ? "waitlist.booked-before" : "waitlist.left");
    }

    /** After a pass was given: until when the other clinic reads the record. */
    public static String passGiven(JsonNode pass) {
        return Texts.text("record.pass.given", Texts.date(LocalDate.parse(text(pass, "until"))));
    }

    /**
     * After an emergency access: until when the chart is open.
     *
     * @param zone of the clinic that reads it
     */
    public static String opened(JsonNode access, ZoneId zone) {
        LocalDateTime until = OffsetDateTime.parse(text(access, "until"))
                .atZoneSameInstant(zone)
                .toLocalDateTime();
        return Texts.text("chart.noted.emergency", Texts.day(until.toLocalDate()), Texts.time(until.toLocalTime()));
    }

    private static boolean is(JsonNode answer, String status) {
        return text(answer, STATUS).equals(status);
    }

    private static String text(JsonNode answer, String field) {
        return answer.path(field).asString("");
    }
}

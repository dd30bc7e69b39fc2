package io.hairline.portal.appointment;

import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What happened to an appointment, in the clinic's time. */
record AppointmentHistory(List<Line> items) {

    /** One event. */
    record Line(String words, String when, String reason) {}

    static AppointmentHistory of(JsonNode answer, Clinic clinic) {
        return new AppointmentHistory(
                answer.path("items").valueStream().map(it -> line(it, clinic)).toList());
    }

    private static Line line(JsonNode it, Clinic clinic) {
        String type =
                it.path("type").asString("").replaceFirst("^[a-z]+\\.", "").replaceFirst("\\.v\\d+$", "");
        String plain = CodeLabels.plain(type.replaceAll("([a-z])([A-Z])", "$1_$2"));
        Instant at = Instant.parse(it.path("at").asString());
        return new Line(
                Texts.textOr("event." + type, plain),
                Texts.moment(LocalDateTime.ofInstant(at, clinic.zoneId())),
                it.path("reason").asString(""));
    }
}

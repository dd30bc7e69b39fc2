package io.hairline.notification.schedule;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.wire.Topics;
import io.hairline.notification.ledger.Draft;
import io.hairline.notification.ledger.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The weeks after a session.
 *
 * @param told when the session was recorded; advice for a day before that comes too late
 */
@Document(Occasion.COLLECTION)
@TypeAlias("aftercare")
record Aftercare(@Id SessionId id, ClientId clientId, ClinicId clinicId, Instant completedAt, Instant told)
        implements Occasion {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Map<Template, Integer> DAYS = days();

    private static Map<Template, Integer> days() {
        Map<Template, Integer> days = new LinkedHashMap<>();
        days.put(Template.AFTERCARE_DAY_0, 0);
        days.put(Template.AFTERCARE_DAY_3, 3);
        days.put(Template.AFTERCARE_DAY_5, 5);
        days.put(Template.AFTERCARE_DAY_10, 10);
        days.put(Template.AFTERCARE_DAY_28, 28);
        return days;
    }

    @Override
    public List<Draft> drafts() {
        return DAYS.entrySet().stream()
                .map(it -> draft(it.getKey(), completedAt.plus(DAY.multipliedBy(it.getValue()))))
                .filter(it -> it.due().plus(DAY).isAfter(told))
                .toList();
    }

    /** A day late it still helps, later it would be wrong: each day of healing has advice of its own. */
    private static Draft draft(Template template, Instant due) {
        return Draft.at(template, due, due.plus(DAY.multipliedBy(2)));
    }

    @Override
    public String subject() {
        return id.value();
    }

    @Override
    public String source() {
        return Topics.TREATMENT_EVENTS;
    }
}

package io.hairline.notification.schedule;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.wire.Topics;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.ledger.PlannedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The weeks after a session.
 *
 * @param serviceCode what was done; absent in documents from before advice depended on it
 * @param careCodes what of the advice is for this skin; absent like that
 * @param aftercare how long its rules hold; absent like that
 * @param told when the session was recorded; advice for a day before that comes too late
 */
@Document(MessageTrigger.COLLECTION)
@TypeAlias("aftercare")
public record AftercareTrigger(
        @Id SessionId id,
        ClientId clientId,
        ClinicId clinicId,
        Instant completedAt,
        Instant told,
        @Nullable String serviceCode,
        @Nullable List<String> careCodes,
        @Nullable AftercareDays aftercare)
        implements MessageTrigger {

    private static final Duration DAY = Duration.ofDays(1);
    private static final List<MessageTemplate> TEMPLATES = List.of(
            MessageTemplate.AFTERCARE_DAY_0,
            MessageTemplate.AFTERCARE_DAY_3,
            MessageTemplate.AFTERCARE_DAY_5,
            MessageTemplate.AFTERCARE_DAY_10,
            MessageTemplate.AFTERCARE_DAY_28);

    public AftercareTrigger {
        careCodes = careCodes == null ? null : List.copyOf(careCodes);
    }

    /** What more is said in each message, after what is said to everybody: by service, then by skin. */
    public List<String> variants() {
        return Stream.concat(
                        Stream.ofNullable(serviceCode),
                        Stream.ofNullable(careCodes).flatMap(List::stream))
                .toList();
    }

    /** How long the rules hold that the messages are about. */
    public AftercareDays days() {
        return Objects.requireNonNullElse(aftercare, AftercareDays.DEFAULT);
    }

    /** On which day after the session a message is due: mostly the last day of the rule that it lifts. */
    public int dayOf(MessageTemplate template) {
        return switch (template) {
            case AFTERCARE_DAY_0 -> 0;
            case AFTERCARE_DAY_3 -> days().dryDays() - 1;
            case AFTERCARE_DAY_5 -> days().washFromDay();
            case AFTERCARE_DAY_10 -> days().scabDays();
            case AFTERCARE_DAY_28 -> days().poolAndSunDays();
            default -> throw new IllegalArgumentException(template + " is not about the days after a session");
        };
    }

    @Override
    public List<PlannedMessage> drafts() {
        return TEMPLATES.stream()
                .map(it -> draft(it, completedAt.plus(DAY.multipliedBy(dayOf(it)))))
                .filter(it -> it.due().plus(DAY).isAfter(told))
                .toList();
    }

    /** A day late it still helps, later it would be wrong: each day of healing has advice of its own. */
    private static PlannedMessage draft(MessageTemplate template, Instant due) {
        return PlannedMessage.at(template, due, due.plus(DAY.multipliedBy(2)));
    }

    /** Until a day after it, the client may still be there. */
    @Override
    public TimeAtClinic stay() {
        return new TimeAtClinic(completedAt.minus(DAY), completedAt.plus(DAY));
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

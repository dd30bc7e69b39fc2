package io.hairline.headoffice.royalty;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.RoyaltyStatementId;
import io.hairline.headoffice.money.MinorUnits;
import io.hairline.headoffice.royalty.base.RoyaltyEntry;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One amount of a statement.
 *
 * @param key statement and line; absent in a draft
 * @param lineId unique in its statement
 * @param base what the amount was counted from; absent for fees
 * @param ruleVersion the terms it was counted by
 * @param knownOn the clinic's local day on which the line was added to the statement
 * @param day the clinic's local day of the event; absent if no event made the line
 * @param corrects the line that this one corrects
 */
@Document(RoyaltyLine.COLLECTION)
@TypeAlias("royaltyLine")
record RoyaltyLine(
        @Id @JsonIgnore @Nullable String key,
        @JsonIgnore @Nullable RoyaltyStatementId statementId,
        String lineId,
        Kind kind,
        @Nullable Money base,
        Money amount,
        int ruleVersion,
        LocalDate knownOn,
        @Nullable String category,
        @Nullable LocalDate day,
        @Nullable Cause event,
        @Nullable String corrects) {

    static final String COLLECTION = "royalty_lines";

    enum Kind {
        ROYALTY,
        BRAND_FUND,
        MINIMUM,
        FIXED_FEE,
        TECHNOLOGY_FEE,
        CORRECTION
    }

    /**
     * The event that made a line.
     *
     * @param type its wire name
     * @param subject the payment, or the gift card or credit
     */
    record Cause(
            String type,
            String subject,
            long version,
            Instant at,
            @Nullable AppointmentId appointmentId,
            @Nullable CourseId courseId) {}

    /** As people read a statement: what events made in their order, a correction after what it corrects, and fees at the end. */
    static final Comparator<RoyaltyLine> IN_READING_ORDER = Comparator.comparing(
                    RoyaltyLine::madeAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(it -> it.event == null ? "" : it.event.subject())
            .thenComparingLong(it -> it.event == null ? 0 : it.event.version())
            .thenComparing(RoyaltyLine::kind)
            .thenComparing(RoyaltyLine::lineId);

    private @Nullable Instant madeAt() {
        return event == null ? null : event.at();
    }

    static RoyaltyLine of(Kind kind, RoyaltyEntry entry, long units, int ruleVersion, LocalDate knownOn) {
        return new RoyaltyLine(
                null,
                null,
                kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + entry.id(),
                kind,
                money(entry.netUnits(), entry.currency()),
                money(units, entry.currency()),
                ruleVersion,
                knownOn,
                entry.category(),
                entry.day(),
                new Cause(
                        entry.eventType(),
                        entry.subject(),
                        entry.version(),
                        entry.at(),
                        entry.appointmentId(),
                        entry.courseId()),
                null);
    }

    static RoyaltyLine fee(Kind kind, Money amount, int ruleVersion, LocalDate knownOn) {
        return new RoyaltyLine(
                null,
                null,
                kind.name().toLowerCase(java.util.Locale.ROOT),
                kind,
                null,
                amount,
                ruleVersion,
                knownOn,
                null,
                null,
                null,
                null);
    }

    /**
     * With those before it, a correction takes away at most what the line says and adds no more than that.
     *
     * @param earlier corrections of this line
     */
    void checkCorrection(List<RoyaltyLine> earlier, BigDecimal wanted) {
        BigDecimal already = earlier.stream().map(it -> it.amount.amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = amount.amount().abs();
        BigDecimal least = most.negate().subtract(already);
        BigDecimal greatest = most.subtract(already);
        if (wanted.signum() == 0 || wanted.compareTo(least) < 0 || wanted.compareTo(greatest) > 0) {
            throw Refusal.input(
                    "correction.amount",
                    "must be from %s to %s and not 0; leave the correction out if the line stands"
                            .formatted(least.toPlainString(), greatest.toPlainString()));
        }
    }

    /** A new line that adds to a statement what another line of it was wrong by. */
    static RoyaltyLine correcting(RoyaltyLine wrong, int number, Money amount, LocalDate knownOn) {
        return new RoyaltyLine(
                null,
                null,
                "correction:" + number,
                Kind.CORRECTION,
                null,
                amount,
                wrong.ruleVersion,
                knownOn,
                wrong.category,
                wrong.day,
                wrong.event,
                wrong.lineId);
    }

    RoyaltyLine in(RoyaltyStatementId statement) {
        return new RoyaltyLine(
                statement + "|" + lineId,
                statement,
                lineId,
                kind,
                base,
                amount,
                ruleVersion,
                knownOn,
                category,
                day,
                event,
                corrects);
    }

    private static Money money(long units, String currency) {
        return new Money(MinorUnits.toAmount(units, currency), currency);
    }
}

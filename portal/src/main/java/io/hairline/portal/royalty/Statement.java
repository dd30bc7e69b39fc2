package io.hairline.portal.royalty;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A royalty statement, as head office tells it.
 *
 * @param total absent in a list's draft
 * @param lines absent in a list
 * @param owners absent in a list
 */
record Statement(
        String id,
        long version,
        String clinicId,
        String month,
        String currency,
        int ruleVersion,
        String status,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate finalOn,
        @Nullable Money total,
        @Nullable List<Line> lines,
        @Nullable List<Dispute> disputes,
        @Nullable List<Owner> owners) {

    /** To whom the clinic belonged through days of the month, both included. */
    record Owner(String name, LocalDate from, LocalDate until) {

        public String fromWords() {
            return Texts.date(from);
        }

        public String untilWords() {
            return Texts.date(until);
        }
    }

    /** One amount and what made it. */
    record Line(
            String lineId,
            String kind,
            @Nullable Money base,
            Money amount,
            int ruleVersion,
            LocalDate knownOn,
            @Nullable String category,
            @Nullable LocalDate day,
            @Nullable Cause event,
            @Nullable String corrects) {

        public String kindWords() {
            return CodeLabels.label("royalty.kind", kind);
        }

        /** Day, kind and amount: what people call it by. */
        public String words() {
            return Stream.of(dayWords(), kindWords(), amount.words())
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        /** What was paid for, such as "Products"; nothing for a fee. */
        public String categoryWords() {
            return category == null ? "" : CodeLabels.label("terms.category", category);
        }

        /** What happened, such as "Payment received" or "Product sold". */
        public String causeWords() {
            return event == null ? "" : event.words(category);
        }

        public String dayWords() {
            return day == null ? "" : Texts.date(day);
        }

        public String knownWords() {
            return Texts.date(knownOn);
        }
    }

    /** The event that made a line. */
    record Cause(
            String type,
            String subject,
            long version,
            Instant at,
            @Nullable String appointmentId,
            @Nullable String courseId) {

        /** The event's name without its service and version, in words; in those of the category where it has its own. */
        String words(@Nullable String category) {
            String[] parts = type.split("\\.", -1);
            String name = parts[Math.min(1, parts.length - 1)];
            return Texts.textOr("royalty.event." + category + "." + name, Texts.textOr("royalty.event." + name, type));
        }

        /** For those who look for it in the event log. */
        public String place() {
            return subject + " · " + version;
        }
    }

    record Dispute(
            String lineId,
            String reasonCode,
            LocalDate openedOn,
            @Nullable String outcome,
            @Nullable LocalDate resolvedOn) {

        public boolean isOpen() {
            return resolvedOn == null;
        }

        public String words() {
            String reason = CodeLabels.label("royalty.reason", reasonCode);
            return outcome == null ? reason : reason + ": " + CodeLabels.label("royalty.outcome", outcome);
        }
    }

    public String monthWords() {
        return Texts.month(YearMonth.parse(month));
    }

    public String statusWords() {
        return CodeLabels.label("royalty.status", status);
    }

    public String totalWords() {
        return total == null ? "" : total.words();
    }

    public List<Line> all() {
        return Objects.requireNonNullElse(lines, List.of());
    }

    public List<Dispute> allDisputes() {
        return Objects.requireNonNullElse(disputes, List.of());
    }

    /** The line with this id in words. */
    public String lineWords(String lineId) {
        return all().stream()
                .filter(it -> it.lineId().equals(lineId))
                .map(Line::words)
                .findFirst()
                .orElse("");
    }

    public List<Owner> allOwners() {
        return Objects.requireNonNullElse(owners, List.of());
    }

    public boolean isDraft() {
        return status.equals("DRAFT");
    }

    public boolean isIssued() {
        return status.equals("ISSUED");
    }

    public boolean isDisputable() {
        return isIssued() || status.equals("DISPUTED");
    }
}

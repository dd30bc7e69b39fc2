package io.hairline.headoffice.settlement;

import io.hairline.contracts.ClinicId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What was paid for a course or an appointment, and what was done for it, by clinic. The events come in any order.
 *
 * @param id the course, or an appointment that belongs to none
 * @param rows by the event that told them
 * @param months in which any of it happened, such as {@code 2026-10}
 * @param clinics that were paid or did something
 * @param elsewhere true once there are several clinics
 */
@Document(PaidWork.COLLECTION)
@TypeAlias("paidWork")
record PaidWork(
        @Id String id,
        @Nullable Map<String, Row> rows,
        @Nullable Set<String> months,
        @Nullable Set<ClinicId> clinics,
        @Nullable Boolean elsewhere) {

    static final String COLLECTION = "settlement_paid_work";

    /**
     * A payment, a refund, or a piece of work.
     *
     * @param work whether it is work; else it is money
     * @param currency absent for work without a price of its own, which is worth whatever was paid for it
     * @param units minor units, tax included and tips not, negative for a refund; absent likewise
     * @param day the clinic's local day
     */
    record Row(
            boolean work,
            ClinicId clinicId,
            @Nullable String currency,
            @Nullable Long units,
            LocalDate day,
            Instant at,
            String subject,
            long version) {

        static Row money(
                ClinicId clinic, String currency, long units, LocalDate day, Instant at, String subject, long version) {
            return new Row(false, clinic, currency, units, day, at, subject, version);
        }

        /** A field name of the database. */
        String key() {
            return subject + "-" + version;
        }

        String month() {
            return YearMonth.from(day).toString();
        }
    }

    List<Row> inOrder() {
        return Objects.requireNonNullElse(rows, Map.<String, Row>of()).values().stream()
                .sorted(Comparator.comparing(Row::at).thenComparing(Row::key))
                .toList();
    }
}

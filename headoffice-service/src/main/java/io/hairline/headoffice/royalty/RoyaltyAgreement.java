package io.hairline.headoffice.royalty;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RoyaltyAgreementId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoyaltyTermsAgreed;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the owner of one clinic pays, by the month.
 *
 * @param terms in the order in which they were agreed; none is ever edited, but later ones take the place of all terms
 *     of their own month and of later ones
 */
@Document("royalty_agreements")
@TypeAlias("royaltyAgreement")
record RoyaltyAgreement(
        @Id RoyaltyAgreementId id, long version, ClinicId clinicId, String currency, List<DatedTerms> terms)
        implements Aggregate {

    /**
     * Terms and from when they hold.
     *
     * @param ruleVersion from 1
     * @param from the first day of a month
     * @param agreedOn the clinic's local day on which they were agreed; absent in those of before it was kept
     */
    record DatedTerms(
            int ruleVersion,
            LocalDate from,
            RoyaltyTerms terms,
            @Nullable LocalDate agreedOn) {
        private boolean says(LocalDate otherFrom, RoyaltyTerms others) {
            return from.equals(otherFrom) && terms.equals(others);
        }

        private boolean isKnownOn(LocalDate day) {
            return agreedOn == null || !agreedOn.isAfter(day);
        }
    }

    RoyaltyAgreement {
        terms = List.copyOf(terms);
    }

    /** How far back terms may begin: what was agreed by word of mouth is written down sooner than that. */
    private static final int YEARS_BACK = 2;

    /** Before anything is agreed. */
    static RoyaltyAgreement none(RoyaltyAgreementId id, ClinicId clinic, String currency) {
        return new RoyaltyAgreement(id, 0, clinic, currency, List.of());
    }

    /** So a wrong month or rate is put right by agreeing anew; that no statement is issued yet is asked before. */
    Change<RoyaltyAgreement> agree(LocalDate from, RoyaltyTerms wanted, LocalDate today) {
        LocalDate earliest = today.withDayOfMonth(1).minusYears(YEARS_BACK);
        if (from.getDayOfMonth() != 1 || from.isBefore(earliest)) {
            throw Refusal.input("from", "must be the first day of a month, from " + earliest + " on");
        }
        if (!terms.isEmpty() && terms.getLast().says(from, wanted)) {
            return Change.none(this);
        }
        DatedTerms next = new DatedTerms(terms.size() + 1, from, wanted, today);
        return Change.to(
                new RoyaltyAgreement(
                        id,
                        version + 1,
                        clinicId,
                        currency,
                        Stream.concat(terms.stream(), Stream.of(next)).toList()),
                new RoyaltyTermsAgreed(id, clinicId, next.ruleVersion(), from, currency, wanted));
    }

    Optional<DatedTerms> on(LocalDate day) {
        return terms.stream().filter(it -> !it.from().isAfter(day)).reduce((_, later) -> later);
    }

    /** The same as they were known at the end of a local day; those agreed first where none were agreed by then. */
    Optional<DatedTerms> on(LocalDate day, LocalDate knownOn) {
        List<DatedTerms> all =
                terms.stream().filter(it -> !it.from().isAfter(day)).toList();
        return all.stream()
                .filter(it -> it.isKnownOn(knownOn))
                .reduce((_, later) -> later)
                .or(() -> all.stream().findFirst());
    }

    /** The first of the terms agreed later that took the place of these. */
    Optional<DatedTerms> inPlaceOf(DatedTerms before) {
        return terms.stream()
                .filter(it ->
                        it.ruleVersion() > before.ruleVersion() && !it.from().isAfter(before.from()))
                .findFirst();
    }

    /** The first day of any terms. */
    LocalDate begin() {
        return terms.stream()
                .map(DatedTerms::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}

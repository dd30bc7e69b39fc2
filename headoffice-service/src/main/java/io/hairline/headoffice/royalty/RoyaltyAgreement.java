package io.hairline.headoffice.royalty;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RoyaltyAgreementId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoyaltyTermsAgreed;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the owner of one clinic pays, by the month.
 *
 * @param terms the oldest first; terms once agreed are never edited
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
     */
    record DatedTerms(int ruleVersion, LocalDate from, RoyaltyTerms terms) {}

    RoyaltyAgreement {
        terms = List.copyOf(terms);
    }

    static Change<RoyaltyAgreement> first(
            RoyaltyAgreementId id, ClinicId clinic, String currency, LocalDate from, RoyaltyTerms terms) {
        return new RoyaltyAgreement(id, 0, clinic, currency, List.of()).agree(from, terms);
    }

    Change<RoyaltyAgreement> agree(LocalDate from, RoyaltyTerms wanted) {
        if (from.getDayOfMonth() != 1) {
            throw Refusal.input("from", "must be the first day of a month");
        }
        if (!terms.isEmpty()) {
            DatedTerms last = terms.getLast();
            if (last.from().equals(from) && last.terms().equals(wanted)) {
                return Change.none(this);
            }
            if (!from.isAfter(last.from())) {
                throw Refusal.input("from", "must be after " + last.from() + ", from which the latest terms hold");
            }
        }
        DatedTerms next = new DatedTerms(terms.size() + 1, from, wanted);
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

    @Override
    public String aggregateId() {
        return id.value();
    }
}

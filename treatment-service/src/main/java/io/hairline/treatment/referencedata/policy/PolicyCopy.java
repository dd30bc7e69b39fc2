package io.hairline.treatment.referencedata.policy;

import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.Contraindications;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One layer of the policy, of which what concerns treatment is used.
 *
 * @param id {@link #BRAND}, or the id of the region or the clinic
 * @param rule in documents from before there were layers, the time between two sessions in force
 * @param versions the one in force and the planned ones; absent in documents from before there were layers
 * @param numbers which version of head office's each of them is; absent in documents from before that was kept
 */
@Document("healing_policies")
@TypeAlias("healingPolicy")
record PolicyCopy(
        @Id String id,
        @Nullable HealingRule rule,
        @Nullable List<PolicyLayer> versions,
        @Nullable List<Numbered> numbers) {

    static final String BRAND = "brand";

    /** What holds where no layer says anything; the numbers for booking are not used here. */
    static final BookingPolicy DEFAULT = new BookingPolicy(
            0, 0, 0, 0, 0, List.of(), null, HealingRule.DEFAULT, null, Contraindications.DEFAULT, null, null, null);

    /** The number of the version that begins on a day. */
    record Numbered(LocalDate from, long version) {}

    static PolicyCopy none(String id) {
        return new PolicyCopy(id, null, List.of(), List.of());
    }

    List<PolicyLayer> layers() {
        PolicyValues values =
                new PolicyValues(null, null, null, null, null, null, null, rule, null, null, null, null, null);
        return rule == null
                ? Objects.requireNonNullElse(versions, List.of())
                : List.of(new PolicyLayer(LocalDate.EPOCH, values, List.of()));
    }

    /** The number of the version that begins on a day; 0 where it wasn't kept. */
    long numberOf(LocalDate from) {
        return Objects.requireNonNullElse(numbers, List.<Numbered>of()).stream()
                .filter(it -> it.from().equals(from))
                .findFirst()
                .map(Numbered::version)
                .orElse(0L);
    }

    PolicyCopy with(PolicyLayer next, long version, Instant publishedAt) {
        List<PolicyLayer> all = PolicyLayer.with(layers(), next, publishedAt);
        List<Numbered> known = new ArrayList<>();
        all.forEach(it ->
                known.add(new Numbered(it.from(), it.from().equals(next.from()) ? version : numberOf(it.from()))));
        return new PolicyCopy(id, null, all, List.copyOf(known));
    }
}

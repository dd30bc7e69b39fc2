package io.hairline.headoffice.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyLayerPublished;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyPublished;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One layer of the policy: the whole brand's, or what a region or a clinic does otherwise.
 *
 * @param scope unique: {@link #BRAND}, or the id of the region or the clinic
 * @param booking the brand's, as it was published last; absent in the other layers
 * @param versions the one in force and the planned ones; absent in documents from before there were layers
 * @param history the latest publications, the newest first; absent likewise
 */
@Document("policies")
@TypeAlias("policy")
public record Policy(
        @Id PolicyId id,
        long version,
        String scope,
        @Nullable BookingPolicy booking,
        @Nullable RegionId regionId,
        @Nullable ClinicId clinicId,
        @Nullable List<PolicyLayer> versions,
        @Nullable List<Publication> history)
        implements Aggregate {

    static final String BRAND = "BRAND";

    private static final int MOST_HISTORY = 50;

    /** A version of this layer as it was published. */
    public record Publication(long version, Instant publishedAt, PolicyLayer layer) {}

    static Policy none(PolicyId id, PolicyScope scope) {
        return new Policy(id, 0, scope.key(), null, scope.regionId(), scope.clinicId(), List.of(), List.of());
    }

    PolicyScope where() {
        return new PolicyScope(regionId, clinicId);
    }

    List<PolicyLayer> layers() {
        return versions != null || booking == null
                ? Objects.requireNonNullElse(versions, List.of())
                : List.of(new PolicyLayer(LocalDate.EPOCH, PolicyValues.of(booking), List.of()));
    }

    /** Its versions as they were known at an instant; of documents without a history those of today. */
    List<PolicyLayer> layersKnownAt(Instant at) {
        List<Publication> published = Objects.requireNonNullElse(history, List.of());
        return published.isEmpty()
                ? layers()
                : PolicyInForce.versions(published.reversed().stream()
                        .filter(it -> !it.publishedAt().isAfter(at)));
    }

    Optional<PolicyLayer> on(LocalDate day) {
        return PolicyLayer.on(day, layers());
    }

    /** The version is the whole of this layer from its first day on; nothing changes if the layer says that already. */
    Change<Policy> publish(PolicyLayer next, Instant now) {
        boolean planned = next.from().isAfter(PolicyLayer.atOnce(now));
        boolean same = on(next.from())
                        .filter(it -> it.saysTheSameAs(next))
                        .filter(it -> !planned || it.from().equals(next.from()))
                        .isPresent()
                && layers().stream()
                        .noneMatch(it ->
                                it.from().isAfter(next.from()) && !it.from().isAfter(next.replacesUntil(now)));
        if (same) {
            return Change.none(this);
        }
        BookingPolicy whole =
                where().level() == PolicyScope.Level.BRAND ? next.values().over(PolicyLayers.DEFAULT, Set.of()) : null;
        List<Publication> published = new ArrayList<>();
        published.add(new Publication(version + 1, now, next));
        published.addAll(Objects.requireNonNullElse(history, List.of()));
        Policy policy = new Policy(
                id,
                version + 1,
                scope,
                whole,
                regionId,
                clinicId,
                PolicyLayer.with(layers(), next, now),
                List.copyOf(published.subList(0, Math.min(MOST_HISTORY, published.size()))));
        DomainEvent event = whole == null
                ? new PolicyLayerPublished(id, regionId, clinicId, next)
                : new PolicyPublished(id, whole, next.from(), next.locked());
        return Change.to(policy, event);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}

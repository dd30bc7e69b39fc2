package io.hairline.treatment.referencedata.policy;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.treatment.referencedata.policy.ClinicPolicy.InForce;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The copies of head office's layers. */
@Repository
public class PolicyCopies {

    private final MongoTemplate mongo;

    PolicyCopies(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Keeps a version of a layer: of the brand's if neither a region nor a clinic is given.
     *
     * @param version as head office counts them
     */
    public void publish(
            @Nullable RegionId region,
            @Nullable ClinicId clinic,
            PolicyLayer layer,
            long version,
            Instant publishedAt) {
        String id = clinic != null ? clinic.value() : region != null ? region.value() : PolicyCopy.BRAND;
        PolicyCopy kept = mongo.findById(id, PolicyCopy.class);
        mongo.save((kept == null ? PolicyCopy.none(id) : kept).with(layer, version, publishedAt));
    }

    /** What holds in a clinic of a region on its local day. */
    public ClinicPolicy of(RegionId region, ClinicId clinic, LocalDate day) {
        List<PolicyCopy> layers = Stream.of(PolicyCopy.BRAND, region.value(), clinic.value())
                .flatMap(it -> Stream.ofNullable(mongo.findById(it, PolicyCopy.class)))
                .toList();
        return new ClinicPolicy(
                PolicyLayer.effective(
                        day,
                        PolicyCopy.DEFAULT,
                        layers.stream().map(PolicyCopy::layers).toList()),
                layers.stream()
                        .flatMap(copy ->
                                PolicyLayer.on(day, copy.layers()).map(it -> inForce(copy, it, clinic)).stream())
                        .toList());
    }

    private static InForce inForce(PolicyCopy copy, PolicyLayer layer, ClinicId clinic) {
        String level = copy.id().equals(PolicyCopy.BRAND)
                ? "BRAND"
                : Objects.equals(copy.id(), clinic.value()) ? "CLINIC" : "REGION";
        return new InForce(new PolicyVersion(level, copy.numberOf(layer.from()), layer.from()), layer);
    }
}

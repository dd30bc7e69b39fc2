package io.hairline.portal.office;

import io.hairline.portal.api.Api;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the layers above one of the policy leave to it.
 *
 * @param values what holds where the layer leaves a field empty; of a clinic it is what holds there now
 * @param locked the fields that the layer can't set
 */
record InheritedPolicy(JsonNode values, Set<String> locked) {

    private static final String BOOKING = "booking";

    static InheritedPolicy of(PolicyChoice choice, Api headOffice) {
        if (!choice.clinicId().isEmpty()) {
            JsonNode effective = headOffice.read("/policies/effective", Map.of("clinicId", choice.clinicId()));
            return new InheritedPolicy(
                    effective.path(BOOKING),
                    effective
                            .path("sources")
                            .valueStream()
                            .filter(InheritedPolicy::isLockedAboveTheClinic)
                            .map(it -> it.path("field").asString())
                            .collect(Collectors.toSet()));
        }
        JsonNode brand = headOffice.list(JsonNode.class, "/policies", Map.of("limit", 1)).stream()
                .findFirst()
                .orElse(MissingNode.getInstance());
        return new InheritedPolicy(
                brand.path(BOOKING),
                choice.isBrand()
                        ? Set.of()
                        : brand.path("inForce")
                                .path("locked")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.toSet()));
    }

    /** A number of a group, where one holds. */
    Optional<JsonNode> value(String group, String name) {
        return values.path(group).optional(name).filter(JsonNode::isValueNode).filter(it -> !it.isNull());
    }

    private static boolean isLockedAboveTheClinic(JsonNode source) {
        String by = source.path("lockedBy").asString("");
        return !by.isEmpty() && !by.equals("CLINIC");
    }
}

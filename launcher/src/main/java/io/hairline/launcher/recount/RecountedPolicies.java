package io.hairline.launcher.recount;

import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReassigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyLayerPublished;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyPublished;
import io.hairline.contracts.headoffice.PolicyLayer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The healing times that the layers of the policy gave, as head office has published them. */
record RecountedPolicies(List<RecordedEvent> published, Map<String, String> regions) {

    /** Whether it says something about a layer, or about where a clinic belongs. */
    static boolean needs(RecordedEvent it) {
        return isPlace(it) || isLayer(it);
    }

    private static boolean isPlace(RecordedEvent it) {
        return it.is(ClinicOpened.class) || it.is(ClinicReassigned.class);
    }

    private static boolean isLayer(RecordedEvent it) {
        return it.is(PolicyPublished.class) || it.is(PolicyLayerPublished.class);
    }

    static RecountedPolicies of(List<RecordedEvent> headOffice) {
        Map<String, String> regions = new TreeMap<>();
        headOffice.stream()
                .filter(RecountedPolicies::isPlace)
                .forEach(it -> regions.put(it.subject(), it.text("regionId")));
        return new RecountedPolicies(
                headOffice.stream().filter(RecountedPolicies::isLayer).toList(), regions);
    }

    /** The rule in a clinic on a local day, by what had been published at an instant. */
    HealingRule healing(String clinic, LocalDate day, Instant at) {
        HealingRule rule = HealingRule.DEFAULT;
        for (String place : List.of("", regions.getOrDefault(clinic, clinic), clinic)) {
            Optional<RecordedEvent> layer = layer(place, day, at);
            if (layer.isPresent()) {
                rule = healing(layer.get()).orElse(rule);
                if (locks(layer.get())) {
                    return rule;
                }
            }
        }
        return rule;
    }

    private Optional<RecordedEvent> layer(String place, LocalDate day, Instant at) {
        return published.stream()
                .filter(it -> !it.time().isAfter(at) && placeOf(it).equals(place))
                .filter(it -> !from(it).isAfter(day))
                .max(Comparator.comparing(RecountedPolicies::from).thenComparingLong(RecordedEvent::version));
    }

    private static String placeOf(RecordedEvent line) {
        String clinic = line.text("clinicId");
        return clinic.isEmpty() ? line.text("regionId") : clinic;
    }

    private static LocalDate from(RecordedEvent line) {
        String from = line.is(PolicyPublished.class) ? line.text("from") : line.text("layer", "from");
        return from.isEmpty() ? PolicyLayer.atOnce(line.time()) : LocalDate.parse(from);
    }

    private static Optional<HealingRule> healing(RecordedEvent line) {
        JsonNode rule = line.is(PolicyPublished.class)
                ? line.data().path("booking").path("healing")
                : line.data().path("layer").path("values").path("healing");
        return rule.isObject()
                ? Optional.of(new HealingRule(
                        rule.path("floorDays").asInt(),
                        rule.path("minDays").asInt(),
                        rule.path("idealUntilDays").asInt(),
                        rule.path("warnAfterDays").asInt()))
                : Optional.empty();
    }

    private static boolean locks(RecordedEvent line) {
        JsonNode locked = line.is(PolicyPublished.class)
                ? line.data().path("locked")
                : line.data().path("layer").path("locked");
        return locked.valueStream().anyMatch(it -> "healing".equals(it.asString()));
    }
}

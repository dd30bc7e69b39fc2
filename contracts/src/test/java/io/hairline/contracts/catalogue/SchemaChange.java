package io.hairline.contracts.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What would break if one schema took the place of another. A new optional field breaks nothing: older readers pass over it,
 * and newer ones find it missing in all that was sent before. Nor does a decimal number that may be written as text as well:
 * Jackson reads both.
 */
final class SchemaChange {

    private final List<String> broken = new ArrayList<>();

    private SchemaChange() {}

    static List<String> breaks(JsonNode before, JsonNode after) {
        SchemaChange change = new SchemaChange();
        change.compare("", before, after);
        return List.copyOf(change.broken);
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        compareFields(place, before, after);
        Set<String> keywords = new HashSet<>(before.propertyNames());
        keywords.addAll(after.propertyNames());
        for (String keyword : keywords) {
            switch (keyword) {
                case "properties", "required", "title", "description" -> {}
                case "type" -> compareType(place, before.path(keyword), after.path(keyword));
                case "items" -> compare(place + "[]", before.path(keyword), after.path(keyword));
                default -> {
                    if (!before.path(keyword).equals(after.path(keyword))) {
                        broken.add(name(place) + " has another " + keyword);
                    }
                }
            }
        }
    }

    private void compareType(String place, JsonNode before, JsonNode after) {
        if (!before.equals(after) && !isNumberThatMayBeText(types(before), types(after))) {
            broken.add(name(place) + " has another type");
        }
    }

    private static boolean isNumberThatMayBeText(Set<String> before, Set<String> after) {
        Set<String> wider = new HashSet<>(before);
        wider.add("string");
        return before.contains("number") && after.equals(wider);
    }

    private static Set<String> types(JsonNode type) {
        return type.isString() ? Set.of(type.asString()) : strings(type);
    }

    private void compareFields(String place, JsonNode before, JsonNode after) {
        Set<String> wasRequired = strings(before.path("required"));
        Set<String> isRequired = strings(after.path("required"));
        JsonNode fields = after.path("properties");
        before.path("properties").properties().forEach(field -> {
            String inside = place + "/" + field.getKey();
            if (!fields.has(field.getKey())) {
                broken.add(name(inside) + " is gone");
                return;
            }
            if (wasRequired.contains(field.getKey()) != isRequired.contains(field.getKey())) {
                broken.add(name(inside) + " is required in one version only");
            }
            compare(inside, field.getValue(), fields.get(field.getKey()));
        });
        isRequired.stream()
                .filter(it -> !before.path("properties").has(it))
                .forEach(it -> broken.add(name(place + "/" + it) + " is new and required"));
    }

    private static String name(String place) {
        return place.isEmpty() ? "the event" : place.substring(1);
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> values = new HashSet<>();
        array.forEach(it -> values.add(it.asString()));
        return values;
    }
}

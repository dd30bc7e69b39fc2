package io.hairline.portal.office;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** A layer of the policy as the page's form holds it: an empty field is left to the layer above. */
record PolicyForm(SubmittedForm sent) {

    /** The one single field that is answered by yes or no. */
    private static final String CHOICE = "leadTimeInOpenHours";

    private static final List<String> SINGLES =
            List.of("leadTimeMinutes", CHOICE, "horizonDays", "holdMinutes", "openHolds", "graceMinutes");

    /** Fields of several numbers, which are set and locked together. */
    private static final Map<String, List<String>> GROUPS = groups();

    /** Those of them that are amounts in the currency of the clinic. */
    private static final Set<String> MONEY = Set.of("minimum", "noShowFee");

    private static final String NOTICE = "noticeHours";
    private static final String REFUND = "refundPercent";
    static final String CANCELLATION = "cancellation";
    private static final int MOST_TIERS = 5;

    static final String RULES = "contraindications";
    private static final String EFFECT = "effect.";
    private static final String DAYS = "days.";
    /** The number of its group that may be left out. */
    private static final String OPTIONAL = "payWithinHours";

    private static final String WAIT = "WAIT";
    static final List<String> EFFECTS = List.of("BLOCK", "DOCTORS_NOTE", WAIT, "WARN", "NONE");

    /**
     * What is set and locked as a whole: one field, or several numbers under a heading.
     *
     * @param locked whether the layers below can't change it
     * @param fixed whether a layer above has locked it, so that nothing can be entered here
     */
    record Group(String name, List<Setting> settings, boolean locked, boolean fixed) {
        Group {
            settings = List.copyOf(settings);
        }
    }

    /**
     * A number of the layer, or a choice between yes and no.
     *
     * @param above what holds if it is left empty
     */
    record Setting(String name, String value, String above) {

        public boolean isChoice() {
            return name.equals(CHOICE);
        }

        /** What holds if the choice is left open. */
        public String aboveWords() {
            return above.isEmpty() ? Texts.text("policy.choice.false") : Texts.text("policy.choice." + above);
        }
    }

    /**
     * What a yes to a question about health means.
     *
     * @param effect empty if it is left to the layer above
     * @param days how long a treatment waits, for that effect alone
     * @param above what holds then, in words
     */
    record Rule(String code, String effect, String days, String above) {

        public String label() {
            return CodeLabels.label("finding", code);
        }

        public boolean is(String other) {
            return effect.equals(other);
        }
    }

    /** One step of what comes back when an appointment is cancelled. */
    record Tier(int number, String noticeHours, String refundPercent) {}

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("deposit", List.of("percent", "minimum", "noShowFee", "payWithinHours"));
        groups.put("healing", List.of("floorDays", "minDays", "idealUntilDays", "warnAfterDays"));
        groups.put(
                "touchUp",
                List.of(
                        "dueMonths",
                        "lightSkinSoonerMonths",
                        "oilySkinSoonerMonths",
                        "outdoorWorkSoonerMonths",
                        "soonestMonths",
                        "latestMonths",
                        "windowMonths",
                        "fadeCheckMonths",
                        "fadedMonths"));
        groups.put("stock", List.of("lowBelowPercent", "expiryWarningDays"));
        groups.put(
                "aftercare",
                List.of("dryDays", "washFromDay", "mildWashDays", "scabDays", "poolAndSunDays", "longSunDays"));
        return groups;
    }

    static PolicyForm of(JsonNode layer) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        JsonNode values = layer.path("values");
        SINGLES.forEach(it -> fields.add(it, values.path(it).asString("")));
        GROUPS.forEach((group, names) -> names.forEach(
                it -> fields.add(group + "." + it, values.path(group).path(it).asString(""))));
        values.path(CANCELLATION).forEach(it -> {
            fields.add(NOTICE, it.path(NOTICE).asString(""));
            fields.add(REFUND, it.path(REFUND).asString(""));
        });
        values.path(RULES).forEach(it -> {
            String code = it.path("code").asString("");
            fields.add(EFFECT + code, it.path("effect").asString(""));
            fields.add(DAYS + code, it.path("waitDays").asString(""));
        });
        layer.path("locked").forEach(it -> fields.add("locked", it.asString("")));
        return new PolicyForm(new SubmittedForm(fields));
    }

    /** The fields that stand alone. */
    List<Group> singles(InheritedPolicy above) {
        return SINGLES.stream().map(it -> group(it, List.of(it), above)).toList();
    }

    /** The fields of several numbers. */
    List<Group> groups(InheritedPolicy above) {
        return GROUPS.entrySet().stream()
                .map(it -> group(
                        it.getKey(),
                        it.getValue().stream()
                                .map(name -> it.getKey() + "." + name)
                                .toList(),
                        above))
                .toList();
    }

    private Group group(String group, List<String> names, InheritedPolicy above) {
        boolean fixed = above.locked().contains(group);
        List<Setting> settings = names.stream()
                .map(name -> {
                    String valueAbove = valueOf(above, name);
                    return new Setting(name, fixed ? valueAbove : sent.text(name), valueAbove);
                })
                .toList();
        return new Group(group, settings, sent.all("locked").contains(group), fixed);
    }

    /** @param name with its group's before a dot, if it has one */
    private static String valueOf(InheritedPolicy above, String name) {
        return above.values().at("/" + name.replace('.', '/')).asString("");
    }

    List<Rule> rules(InheritedPolicy above) {
        return above.values()
                .path(RULES)
                .valueStream()
                .map(it -> {
                    String code = it.path("code").asString("");
                    return new Rule(code, sent.text(EFFECT + code), sent.text(DAYS + code), PolicyWords.rule(it));
                })
                .toList();
    }

    List<Tier> tiers() {
        List<String> hours = sent.all(NOTICE);
        List<String> percents = sent.all(REFUND);
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < MOST_TIERS; i++) {
            tiers.add(
                    new Tier(i + 1, i < hours.size() ? hours.get(i) : "", i < percents.size() ? percents.get(i) : ""));
        }
        return tiers;
    }

    /**
     * What is to be published. A group of numbers is set as a whole, so that one that is filled in in part takes the rest from what
     * the form shows as holding.
     */
    Map<String, Object> body(PolicyChoice choice, InheritedPolicy above) {
        Map<String, Object> values = new LinkedHashMap<>();
        SINGLES.stream().filter(sent::has).forEach(it -> values.put(it, single(it)));
        List<Map<String, Object>> tiers = sent.rows(NOTICE, REFUND).stream()
                .map(it -> {
                    Map<String, Object> tier = new LinkedHashMap<>(it);
                    tier.put(NOTICE, SubmittedForm.parsed(NOTICE, String.valueOf(it.get(NOTICE))));
                    return tier;
                })
                .toList();
        if (!tiers.isEmpty()) {
            values.put(CANCELLATION, tiers);
        }
        List<Map<String, Object>> rules = rulesSent();
        if (!rules.isEmpty()) {
            values.put(RULES, rules);
        }
        GROUPS.forEach((group, names) -> {
            Map<String, Object> part = new LinkedHashMap<>();
            names.stream()
                    .filter(it -> sent.has(group + "." + it))
                    .forEach(it -> part.put(
                            it, MONEY.contains(it) ? sent.amount(group + "." + it) : sent.number(group + "." + it)));
            if (!part.isEmpty()) {
                names.stream()
                        .filter(it -> !it.equals(OPTIONAL) && !choice.isBrand())
                        .forEach(it -> above.value(group, it).ifPresent(value -> part.putIfAbsent(it, value)));
                values.put(group, part);
            }
        });
        Map<String, Object> body = new LinkedHashMap<>(sent.body("from"));
        if (!choice.clinicId().isEmpty()) {
            body.put("clinicId", choice.clinicId());
        } else if (!choice.regionId().isEmpty()) {
            body.put("regionId", choice.regionId());
        }
        body.put("values", values);
        body.put("locked", sent.all("locked"));
        return body;
    }

    private List<Map<String, Object>> rulesSent() {
        return sent.fields().keySet().stream()
                .filter(it -> it.startsWith(EFFECT) && sent.has(it))
                .map(it -> {
                    String code = it.substring(EFFECT.length());
                    Map<String, Object> rule = new LinkedHashMap<>();
                    rule.put("code", code);
                    rule.put("effect", sent.text(it));
                    if (WAIT.equals(sent.text(it)) && sent.has(DAYS + code)) {
                        rule.put("waitDays", sent.number(DAYS + code));
                    }
                    return rule;
                })
                .toList();
    }

    /** What isn't yes or no is passed on for the service to refuse. */
    private Object single(String name) {
        String text = sent.text(name);
        return CHOICE.equals(name) && ("true".equals(text) || "false".equals(text))
                ? Boolean.valueOf(text)
                : sent.number(name);
    }
}

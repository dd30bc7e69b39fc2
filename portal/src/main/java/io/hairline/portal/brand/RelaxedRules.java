package io.hairline.portal.brand;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** Rules that the staff set aside for one appointment, with the role and the reason. */
public record RelaxedRules(List<String> rules, String roleCode, String reasonCode) implements Serializable {

    /** Such as "Opening hours (Clinic manager: The client asked for it)". */
    public String words() {
        return rules.stream().map(it -> CodeLabels.label("relaxed.rule", it)).collect(Collectors.joining(", ")) + " ("
                + CodeLabels.label("role", roleCode) + ": " + CodeLabels.label("relaxed.reason", reasonCode) + ")";
    }
}

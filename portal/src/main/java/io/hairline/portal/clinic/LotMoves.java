package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.input.SubmittedForm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a clinic does with a lot that it has, by the call's own name. */
enum LotMoves {
    OPEN,
    QUARANTINE("reasonCode"),
    RELEASE,
    DISPOSE("reasonCode"),
    TRANSFER("clinicId"),
    CORRECT("maker", "product", "colourIndex", "lotNumber", "expiresOn", "reason");

    private static final String AMOUNT = "millilitres";

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> fields;

    LotMoves(String... fields) {
        this.fields = List.of(fields);
    }

    static LotMoves of(String path) {
        return Arrays.stream(values())
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow(ApiProblem::unknown);
    }

    /** Whether a lot that is in this status afterwards is what the word of the move says. */
    boolean leadsTo(@Nullable String status) {
        return switch (this) {
            case QUARANTINE -> "QUARANTINED".equals(status);
            case OPEN, RELEASE, CORRECT -> "RECEIVED".equals(status) || "IN_USE".equals(status);
            case TRANSFER -> "RECEIVED".equals(status) || "IN_USE".equals(status) || "EMPTY".equals(status);
            case DISPOSE -> "DISPOSED".equals(status);
        };
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    Map<String, Object> body(SubmittedForm form) {
        Map<String, Object> body = form.body(fields.toArray(String[]::new));
        if (form.has(AMOUNT)) {
            body.put(AMOUNT, form.number(AMOUNT));
        }
        return body;
    }
}

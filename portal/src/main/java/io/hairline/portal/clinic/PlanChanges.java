package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.input.SubmittedForm;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Says, before a plan is changed, how many booked appointments may be left without a place, and asks for a second click. */
@Component
public class PlanChanges {

    private static final String CONFIRMED = "confirmed";

    private final Apis apis;

    PlanChanges(Apis apis) {
        this.apis = apis;
    }

    /** A field of the form that is sent again. */
    public record Field(String name, String value) {}

    /** What {@code parts :: confirm} asks. */
    public record Confirmation(int count, String action, List<Field> fields) {}

    /**
     * Whether the person has to confirm; then the page shows {@code parts :: confirm}.
     *
     * @param action where the form goes
     * @param change as {@code GET /appointments/conflicts} takes it
     */
    public boolean asks(SubmittedForm form, String action, Map<String, ?> change, Model model) {
        int count = form.has(CONFIRMED) ? 0 : count(change);
        if (count > 0) {
            model.addAttribute("confirm", new Confirmation(count, action, fields(form)));
        }
        return count > 0;
    }

    /** What booking can't look up, such as a day that is none, head office refuses with the reason. */
    private int count(Map<String, ?> change) {
        try {
            return apis.mine()
                    .booking()
                    .read("/appointments/conflicts", change)
                    .path("count")
                    .asInt(0);
        } catch (ApiProblem _) {
            return 0;
        }
    }

    private static List<Field> fields(SubmittedForm form) {
        return form.fields().entrySet().stream()
                .filter(it -> !it.getKey().startsWith("_"))
                .flatMap(it -> it.getValue().stream().map(value -> new Field(it.getKey(), value)))
                .toList();
    }
}

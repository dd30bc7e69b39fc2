package io.hairline.portal.appointment;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A cup's share of one lot, as it was typed. */
record Cup(String lot, String millilitres, String dilution, String number) {

    /** The fields, in their order. */
    private static final List<String> FIELDS = List.of("cup.lot", "cup.millilitres", "cup.dilution", "cup.number");

    /** Those of a form in which something is typed. */
    static List<Cup> of(SubmittedForm form) {
        List<List<String>> columns = FIELDS.stream().map(form::all).toList();
        int rows = columns.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, rows)
                .mapToObj(it -> new Cup(
                        columns.get(0).get(it).strip(),
                        columns.get(1).get(it).strip(),
                        columns.get(2).get(it).strip(),
                        columns.get(3).get(it).strip()))
                .filter(it -> !(it.lot() + it.millilitres() + it.dilution()).isBlank())
                .toList();
    }

    /**
     * What was used, for the service.
     *
     * @throws ApiProblem if a row names no lot; it names the row as the page shows it again, counted from one
     */
    static List<Map<String, Object>> pigments(SubmittedForm form, UsableLots lots) {
        List<Cup> cups = of(form);
        return IntStream.range(0, cups.size())
                .mapToObj(it -> cups.get(it).pigment(it + 1, lots))
                .toList();
    }

    private Map<String, Object> pigment(int row, UsableLots lots) {
        if (lot.isBlank()) {
            throw ApiProblem.refused(400, "invalid-input", Texts.text("chairside.lot.none", row));
        }
        Map<String, Object> pigment = new LinkedHashMap<>();
        pigment.put("lotId", lots.id(lot, false));
        if (!millilitres.isBlank()) {
            pigment.put("millilitres", SubmittedForm.parsed("millilitres", millilitres));
        }
        if (!dilution.isBlank()) {
            pigment.put("dilution", SubmittedForm.parsed("dilution", dilution));
        }
        if (!number.isBlank()) {
            pigment.put("cup", SubmittedForm.parsed("cup", number));
        }
        return pigment;
    }
}

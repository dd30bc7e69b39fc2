package io.hairline.portal.office;

import io.hairline.portal.brand.ServicePrice;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A price of a service as a form shows it: amounts as text, and a free step to fill in after those that there are. */
record PriceEntry(
        String currency, String validFrom, String price, String numbing, List<Step> zones, List<Step> densities) {

    private static final int SHOWN_STEPS = 3;

    record Step(String from, String extra) {}

    static PriceEntry of(ServicePrice it) {
        return new PriceEntry(
                it.price().currency(),
                it.validFrom() == null ? "" : it.validFrom().toString(),
                it.price().plain(),
                it.numbing() == null ? "" : it.numbing().plain(),
                steps(it.zones()),
                steps(it.densities()));
    }

    static PriceEntry empty() {
        return new PriceEntry("", "", "", "", steps(null), steps(null));
    }

    /** What was typed, so that a mistake can be mended. */
    static PriceEntry typed(SubmittedForm form) {
        return new PriceEntry(
                form.text("currency"),
                form.text("validFrom"),
                form.text("price"),
                form.text("numbing"),
                typed(form, "zones"),
                typed(form, "densities"));
    }

    /** The currency, and the day from which it holds if it has one. */
    public String title() {
        return validFrom.isEmpty()
                ? currency
                : Texts.text("prices.ranges.since", currency, Texts.date(LocalDate.parse(validFrom)));
    }

    boolean isFor(SubmittedForm form) {
        return currency.equals(form.text("currency")) && validFrom.equals(form.text("validFrom"));
    }

    /** As the API takes it. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("price", money("price", price));
        body.put("zones", body(zones));
        body.put("densities", body(densities));
        if (!numbing.isEmpty()) {
            body.put("numbing", money("numbing", numbing));
        }
        if (!validFrom.isEmpty()) {
            body.put("validFrom", validFrom);
        }
        return body;
    }

    Map<String, Object> listPrice() {
        return money("price", price);
    }

    private Map<String, Object> money(String field, String amount) {
        return Map.of("amount", SubmittedForm.amount(field, amount), "currency", currency);
    }

    private List<Map<String, Object>> body(List<Step> steps) {
        return steps.stream()
                .filter(it -> !it.from().isEmpty())
                .map(it -> Map.of("from", SubmittedForm.parsed("from", it.from()), "extra", money("extra", it.extra())))
                .toList();
    }

    private static List<Step> steps(@Nullable List<ServicePrice.Step> given) {
        return padded(Objects.requireNonNullElse(given, List.<ServicePrice.Step>of()).stream()
                .map(it -> new Step(Integer.toString(it.from()), it.extra().plain()))
                .toList());
    }

    private static List<Step> typed(SubmittedForm form, String name) {
        List<String> from = form.all(name + ".from");
        List<String> extra = form.all(name + ".extra");
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < Math.min(from.size(), extra.size()); index++) {
            steps.add(new Step(from.get(index).strip(), extra.get(index).strip()));
        }
        return padded(steps);
    }

    private static List<Step> padded(List<Step> steps) {
        List<Step> padded = new ArrayList<>(steps);
        do {
            padded.add(new Step("", ""));
        } while (padded.size() < SHOWN_STEPS);
        return padded;
    }
}

package io.hairline.portal.royalty;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Money;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a clinic's owner pays the brand: the terms by their months, and new ones for head office. */
@Controller
@RequestMapping("/dashboard/royalties/agreements")
class AgreementController {

    private static final String PAGE = "/dashboard/royalties/agreements";
    private static final List<String> AMOUNTS = List.of("minimum", "fixedFee", "technologyFee");
    private static final List<String> CATEGORIES = List.of("COURSE", "VISIT", "PRODUCT", "PREPAID");
    private static final int MOST_TIERS = 4;

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;

    AgreementController(Apis apis, Catalogue catalogue, CurrentUser users) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
    }

    /** Terms in words; {@code supersededBy} is the rule version that took their place, if one did. */
    record Terms(
            String version,
            String from,
            List<String> lines,
            @Nullable String supersededBy) {}

    @GetMapping
    String show(@RequestParam(defaultValue = "") String clinicId, Model model) {
        List<Clinic> clinics = clinics();
        String chosen =
                clinicId.isBlank() && !clinics.isEmpty() ? clinics.getFirst().id() : clinicId;
        return show(chosen, filled(agreement(chosen)), model);
    }

    private String show(String clinicId, SubmittedForm form, Model model) {
        JsonNode agreement = agreement(clinicId);
        model.addAttribute("clinics", clinics());
        model.addAttribute("clinicId", clinicId);
        model.addAttribute("clinic", catalogue.clinicName(clinicId));
        model.addAttribute(
                "currency", catalogue.clinic(clinicId).map(Clinic::currency).orElse(""));
        model.addAttribute("version", form.version(agreement.path("version").asLong(0)));
        List<Terms> terms = new ArrayList<>();
        agreement.path("terms").forEach(it -> terms.addFirst(words(it)));
        model.addAttribute("terms", terms);
        model.addAttribute("brand", users.current().isBrand());
        model.addAttribute("form", form);
        model.addAttribute("tiers", rows(form));
        model.addAttribute("categories", CATEGORIES);
        return "royalty-terms";
    }

    /** A tier of the form. */
    record TierRow(int number, String upTo, String percent) {}

    private static List<TierRow> rows(SubmittedForm form) {
        List<String> upTo = form.all("upTo");
        List<String> percent = form.all("percent");
        List<TierRow> rows = new ArrayList<>();
        for (int i = 0; i < MOST_TIERS; i++) {
            rows.add(new TierRow(i + 1, i < upTo.size() ? upTo.get(i) : "", i < percent.size() ? percent.get(i) : ""));
        }
        return rows;
    }

    private List<Clinic> clinics() {
        SignedInUser user = users.current();
        if (!user.seesNumbers()) {
            throw ApiProblem.unknown();
        }
        return OwnClinics.of(user, catalogue.clinics());
    }

    private JsonNode agreement(String clinicId) {
        return clinicId.isBlank()
                ? MissingNode.getInstance()
                : apis
                        .mine()
                        .headOffice()
                        .list(JsonNode.class, "/royalty-agreements", Map.of("clinicId", clinicId))
                        .stream()
                        .findFirst()
                        .orElse(MissingNode.getInstance());
    }

    /** The latest terms, to be changed. */
    private static SubmittedForm filled(JsonNode agreement) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        JsonNode terms = agreement
                .path("terms")
                .valueStream()
                .reduce((_, last) -> last)
                .orElse(MissingNode.getInstance())
                .path("terms");
        fields.add("basis", terms.path("basisCode").asString("CASH"));
        terms.path("tiers").forEach(it -> {
            fields.add("upTo", plain(it.path("upTo")));
            fields.add("percent", it.path("percent").asString(""));
        });
        terms.path("categories")
                .forEach(it -> fields.add(
                        "category-" + it.path("categoryCode").asString(""),
                        it.path("percent").asString("")));
        AMOUNTS.forEach(it -> fields.add(it, plain(terms.path(it).path("amount"))));
        fields.add("brandFundPercent", terms.path("brandFundPercent").asString(""));
        return new SubmittedForm(fields);
    }

    /** As people write an amount: ten million isn't 1.0E7. */
    private static String plain(JsonNode amount) {
        return amount.isNumber() ? amount.decimalValue().toPlainString() : amount.asString("");
    }

    private static Terms words(JsonNode dated) {
        JsonNode terms = dated.path("terms");
        String currency = terms.path("minimum").path("currency").asString("");
        List<String> lines = new ArrayList<>();
        lines.add(Texts.text("terms.basis." + terms.path("basisCode").asString("CASH")));
        lines.add(Texts.text(
                "terms.tiers.words",
                terms.path("tiers")
                        .valueStream()
                        .map(it -> it.path("upTo").isNull() || it.path("upTo").isMissingNode()
                                ? Texts.text(
                                        "terms.tier.rest", it.path("percent").asString())
                                : Texts.text(
                                        "terms.tier.upTo",
                                        new Money(new BigDecimal(it.path("upTo").asString()), currency).words(),
                                        it.path("percent").asString()))
                        .collect(Collectors.joining("; "))));
        terms.path("categories")
                .forEach(it -> lines.add(Texts.text(
                        "terms.category.words",
                        Texts.text("terms.category." + it.path("categoryCode").asString()),
                        it.path("percent").asString())));
        AMOUNTS.forEach(it -> lines.add(Texts.text(
                "terms.amount.words",
                Texts.text("terms." + it),
                new Money(new BigDecimal(terms.path(it).path("amount").asString("0")), currency).words())));
        lines.add(Texts.text(
                "terms.brandFund.words", terms.path("brandFundPercent").asString("0")));
        return new Terms(
                dated.path("ruleVersion").asString(""),
                Texts.date(LocalDate.parse(dated.path("from").asString())),
                lines,
                dated.hasNonNull("supersededBy") ? dated.path("supersededBy").asString() : null);
    }

    @PostMapping
    String agree(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        String clinicId = form.text("clinicId");
        try {
            apis.mine().headOffice().post(form.once(), form.version(), body(form, clinicId), "/royalty-agreements");
            next.addFlashAttribute("notice", Texts.text("terms.agreed"));
            return "redirect:" + PAGE + "?clinicId=" + clinicId;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(clinicId, form.again(e), model);
        }
    }

    static Map<String, Object> body(SubmittedForm form, String clinicId) {
        Map<String, Object> body = new LinkedHashMap<>(form.body("basis"));
        body.put("clinicId", clinicId);
        String month = form.text("month");
        body.put("from", month.matches("\\d{4}-\\d{2}") ? month + "-01" : month);
        List<Map<String, Object>> tiers = new ArrayList<>();
        for (TierRow row : rows(form)) {
            if (!row.percent().isBlank() || !row.upTo().isBlank()) {
                Map<String, Object> tier = new LinkedHashMap<>();
                if (!row.upTo().isBlank()) {
                    tier.put("upTo", SubmittedForm.amount("upTo", row.upTo()));
                }
                tier.put("percent", SubmittedForm.parsed("percent", row.percent()));
                tiers.add(tier);
            }
        }
        body.put("tiers", tiers);
        body.put(
                "categories",
                CATEGORIES.stream()
                        .filter(it -> form.has("category-" + it))
                        .map(it -> Map.of("category", it, "percent", form.number("category-" + it)))
                        .toList());
        AMOUNTS.stream().filter(form::has).forEach(it -> body.put(it, form.amount(it)));
        if (form.has("brandFundPercent")) {
            body.put("brandFundPercent", form.number("brandFundPercent"));
        }
        return body;
    }
}

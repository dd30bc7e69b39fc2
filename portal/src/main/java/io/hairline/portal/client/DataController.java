package io.hairline.portal.client;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.chart.session.SessionRecord;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** The client's own data: contact, channels of messages, what was signed, and chart. */
@Controller
@RequestMapping("/me/data")
class DataController {

    private static final String PAGE = "redirect:/me/data";

    private final Apis apis;
    private final Catalogue catalogue;

    DataController(Apis apis, Catalogue catalogue) {
        this.apis = apis;
        this.catalogue = catalogue;
    }

    /** On which channels each class of messages may come. */
    record Preferences(
            @Nullable Long version,
            Map<String, List<String>> channels,
            @Nullable String language) {

        public boolean has(String messageClass, String channel) {
            return channels.getOrDefault(messageClass, List.of()).contains(channel);
        }
    }

    @GetMapping
    String show(Principal who, Model model) {
        CallerApis mine = apis.mine();
        String id = who.getName();
        Person person = mine.booking().get(Person.class, "/clients/{id}", id);
        model.addAttribute("person", person);
        if (model.getAttribute("form") == null) {
            model.addAttribute("form", contact(person));
        }
        model.addAttribute(
                "preferences", PagePart.of(() -> mine.notification().get(Preferences.class, "/preferences/{id}", id)));
        model.addAttribute("classes", List.of("TRANSACTIONAL", "CARE", "MARKETING"));
        model.addAttribute("channels", List.of("EMAIL", "IN_APP"));
        PagePart<ChartParts> chart = PagePart.of(() -> mine.treatment().get(ChartParts.class, "/charts/{id}", id));
        model.addAttribute("chart", chart);
        model.addAttribute(
                "records", SessionRecord.of(chart.or(ChartParts.none()).completed(), catalogue));
        return "data";
    }

    private static SubmittedForm contact(Person it) {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("email", it.email());
        fields.add("phone", it.phone());
        fields.add("zone", it.zone());
        fields.add("version", Objects.toString(it.version(), ""));
        return new SubmittedForm(fields);
    }

    @PostMapping("/contact")
    String changeContact(
            @RequestParam MultiValueMap<String, String> fields, Principal who, Model model, RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        CallerApis mine = apis.mine();
        try {
            Map<String, Object> body = new LinkedHashMap<>(current(mine, who.getName()));
            long latest = Long.parseLong(String.valueOf(Objects.requireNonNullElse(body.remove("version"), 0)));
            long version = form.version(latest);
            body.putAll(form.body("email", "phone", "zone"));
            JsonNode corrected = mine.booking().put(version, body, "/clients/{id}", who.getName());
            next.addFlashAttribute("notice", Notices.changed(version, corrected, "data.contact.changed"));
            return PAGE;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            if (!e.is(ApiProblem.CHANGED_SINCE)) {
                model.addAttribute("form", form);
            }
            return show(who, model);
        }
    }

    @PostMapping("/email-confirmation")
    String sendConfirmation(@RequestParam String once, Principal who, Model model, RedirectAttributes next) {
        try {
            apis.mine().booking().post(once, Map.of(), "/clients/{id}/email-confirmation", who.getName());
            next.addFlashAttribute("notice", Texts.text("email.sent"));
            return PAGE;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(who, model);
        }
    }

    /** The fields that a change has to name again. */
    private static Map<String, Object> current(CallerApis mine, String id) {
        Map<String, Object> all = new LinkedHashMap<>();
        var client = mine.booking().read("/clients/" + id, Map.of());
        for (String name : List.of(
                "version",
                "givenName",
                "familyName",
                "dateOfBirth",
                "email",
                "phone",
                "language",
                "zone",
                "homeClinicId")) {
            if (client.path(name).isValueNode() && !client.path(name).isNull()) {
                all.put(name, client.path(name).asString());
            }
        }
        return all;
    }

    @PostMapping("/preferences")
    String changePreferences(
            @RequestParam MultiValueMap<String, String> fields, Principal who, Model model, RedirectAttributes next) {
        Map<String, Object> channels = new LinkedHashMap<>();
        for (String it : List.of("TRANSACTIONAL", "CARE", "MARKETING")) {
            channels.put(it, Objects.requireNonNullElse(fields.get(it), List.of()));
        }
        try {
            Api notification = apis.mine().notification();
            var before = notification.read("/preferences/" + who.getName(), Map.of());
            Map<String, Object> wanted = Map.of(
                    "channels",
                    channels,
                    "quietHours",
                    before.path("quietHours"),
                    "language",
                    Texts.locale().getLanguage());
            notification.put(wanted, "/preferences/{id}", who.getName());
            next.addFlashAttribute("notice", Texts.text("data.preferences.changed"));
            return PAGE;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(who, model);
        }
    }

    @PostMapping("/consents/{id}/withdraw")
    String withdraw(
            @PathVariable String id, @RequestParam String once, Principal who, Model model, RedirectAttributes next) {
        try {
            apis.mine().treatment().post(once, Map.of(), "/consents/{id}/withdraw", id);
            next.addFlashAttribute("notice", Texts.text("data.consent.withdrawn"));
            return PAGE;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(who, model);
        }
    }
}

package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.ServiceOffering;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue with its list prices. */
@Controller
@RequestMapping("/office/prices")
class PricesController {

    private static final String[] MINUTES = {
        "minutes", "preparationMinutes", "cleaningMinutes", "practitionerExtraMinutes"
    };

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;

    PricesController(Apis apis, Catalogue catalogue, CurrentUser users) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
    }

    @GetMapping
    String show(Model model) {
        return show(SubmittedForm.empty(), model);
    }

    /** @param typed what was refused, so that it can be mended */
    private String show(SubmittedForm typed, Model model) {
        OfficePages.require(users);
        List<ServiceOffering> offers = offers();
        model.addAttribute("offers", offers);
        model.addAttribute("kinds", DeviceKind.of(offers));
        model.addAttribute("typed", typed);
        return "prices";
    }

    private List<ServiceOffering> offers() {
        return apis.mine().headOffice().list(ServiceOffering.class, "/services", Map.of("limit", 200));
    }

    @PostMapping
    String change(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = form.body("code");
        if (form.has("deviceKind")) {
            body.put("deviceKind", DeviceKind.code(form.text("deviceKind"), DeviceKind.of(offers())));
        }
        try {
            for (String name : MINUTES) {
                body.put(name, form.number(name));
            }
            if (form.has("price")) {
                body.put("listPrice", Map.of("amount", form.amount("price"), "currency", form.text("currency")));
            }
            ServiceOffering saved = JsonMapper.shared()
                    .treeToValue(
                            apis.mine().headOffice().post(form.once(), form.version(), body, "/services"),
                            ServiceOffering.class);
            catalogue.forget();
            next.addFlashAttribute("notice", notice(saved));
            return "redirect:/office/prices";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(form.again(e), model);
        }
    }

    /** What the answer says the price is. */
    private static String notice(ServiceOffering saved) {
        String name = CodeLabels.service(saved.code());
        return saved.listPrice() == null
                ? Texts.text("prices.changed-free", name)
                : Texts.text("prices.changed", name, saved.listPrice().words());
    }
}

package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Money;
import io.hairline.portal.brand.ServiceOffering;
import io.hairline.portal.brand.ServicePrice;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a service costs in each currency, with what zones, density and numbing add. */
@Controller
@RequestMapping("/office/prices/ranges")
class PriceRangesController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;

    PriceRangesController(Apis apis, Catalogue catalogue, CurrentUser users) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
    }

    @GetMapping
    String show(@RequestParam("service") String code, Model model) {
        OfficePages.require(users);
        ServiceOffering offer = offer(code);
        model.addAttribute("offer", offer);
        model.addAttribute("entries", entries(offer));
        model.addAttribute("fresh", PriceEntry.empty());
        model.addAttribute("version", offer.version());
        return "price-ranges";
    }

    @PostMapping
    String save(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        String code = form.text("service");
        ServiceOffering offer = offer(code);
        PriceEntry typed = PriceEntry.typed(form);
        List<PriceEntry> before = entries(offer);
        try {
            Map<String, Object> body = body(offer, before, typed, form);
            apis.mine().headOffice().post(form.once(), form.version(), body, "/services");
            catalogue.forget();
            next.addFlashAttribute("notice", Texts.text("prices.changed-free", offer.name()));
            next.addAttribute("service", code);
            return "redirect:/office/prices/ranges";
        } catch (ApiProblem e) {
            boolean known = before.stream().anyMatch(it -> it.isFor(form));
            model.addAttribute("alert", e);
            show(code, model);
            SubmittedForm again = form.again(e);
            if (again.version() != null) {
                model.addAttribute("version", again.version());
            }
            model.addAttribute(
                    "entries",
                    before.stream().map(it -> it.isFor(form) ? typed : it).toList());
            model.addAttribute("fresh", known ? PriceEntry.empty() : typed);
            return "price-ranges";
        }
    }

    private ServiceOffering offer(String code) {
        return apis.mine().headOffice().list(ServiceOffering.class, "/services", Map.of("limit", 200)).stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(ApiProblem::unknown);
    }

    private static List<PriceEntry> entries(ServiceOffering offer) {
        return Objects.requireNonNullElse(offer.prices(), List.<ServicePrice>of()).stream()
                .map(PriceEntry::of)
                .toList();
    }

    /** The service as it is, with the one price set, changed or taken away. */
    private static Map<String, Object> body(
            ServiceOffering offer, List<PriceEntry> before, PriceEntry typed, SubmittedForm form) {
        boolean removes = form.has("remove");
        List<PriceEntry> prices = new ArrayList<>();
        before.stream().filter(it -> !it.isFor(form)).forEach(prices::add);
        if (!removes) {
            prices.add(typed);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", offer.code());
        body.put("minutes", offer.minutes());
        body.put("preparationMinutes", offer.preparationMinutes());
        body.put("cleaningMinutes", offer.cleaningMinutes());
        body.put("practitionerExtraMinutes", offer.practitionerExtraMinutes());
        body.put("prices", prices.stream().map(PriceEntry::body).toList());
        if (offer.deviceKind() != null) {
            body.put("deviceKind", offer.deviceKind());
        }
        listPrice(offer.listPrice(), removes ? null : typed).ifPresent(it -> body.put("listPrice", it));
        return body;
    }

    /** The list price is the price of its currency that has no day. */
    private static Optional<Object> listPrice(@Nullable Money listPrice, @Nullable PriceEntry typed) {
        return listPrice != null
                        && typed != null
                        && typed.validFrom().isEmpty()
                        && typed.currency().equals(listPrice.currency())
                ? Optional.of(typed.listPrice())
                : Optional.ofNullable(listPrice);
    }
}

package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The regions and the owners of the brand. */
@Controller
class StructureController {

    private static final Map<String, ?> MANY = Map.of("limit", 200);

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;

    StructureController(Apis apis, Catalogue catalogue, CurrentUser users) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
    }

    record Region(String id, long version, String code, String name) {}

    record Owner(String id, long version, String code, String companyName) {}

    @GetMapping("/office/structure")
    String show(Model model) {
        OfficePages.require(users);
        model.addAttribute("regions", apis.mine().headOffice().list(Region.class, "/regions", MANY));
        model.addAttribute("owners", apis.mine().headOffice().list(Owner.class, "/owners", MANY));
        return "structure";
    }

    @PostMapping("/office/{kind:regions|owners}")
    String add(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> body = form.body("code", nameOf(kind));
        model.addAttribute("added", kind);
        return sent(() -> apis.mine().headOffice().post(form.once(), body, "/" + kind), model, next);
    }

    @PostMapping("/office/{kind:regions|owners}/{id}")
    String rename(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Long version = form.version();
        return sent(
                () -> apis.mine()
                        .headOffice()
                        .put(version == null ? 0 : version, form.body(nameOf(kind)), "/" + kind + "/{id}", id),
                model,
                next);
    }

    private static String nameOf(String kind) {
        return kind.equals("regions") ? "name" : "companyName";
    }

    private String sent(Runnable call, Model model, RedirectAttributes next) {
        OfficePages.require(users);
        try {
            call.run();
            catalogue.forget();
            next.addFlashAttribute("notice", Texts.text("structure.saved"));
            return "redirect:/office/structure";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return show(model);
        }
    }
}

package io.hairline.portal.safety;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.safety.RecallPage.Position;
import io.hairline.portal.session.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Head office recalls a batch and sees on one screen what it concerns and who has acknowledged it. */
@Controller
@RequestMapping("/office/recalls")
class RecallsController {

    private final Apis apis;
    private final RecallPage one;
    private final CurrentUser users;

    RecallsController(Apis apis, RecallPage one, CurrentUser users) {
        this.apis = apis;
        this.one = one;
        this.users = users;
    }

    record Summary(
            String id,
            String maker,
            String product,
            String lotNumber,
            String reasonCode,
            Instant openedAt,
            @Nullable Instant withdrawnAt) {

        public String day() {
            return Texts.date(openedAt.atOffset(ZoneOffset.UTC).toLocalDate());
        }

        public String reasonWords() {
            return CodeLabels.label("recall.reason", reasonCode);
        }
    }

    @GetMapping
    String list(Model model) {
        return page(SubmittedForm.empty(), model);
    }

    private String page(SubmittedForm form, Model model) {
        requireHeadOffice();
        model.addAttribute("form", form);
        model.addAttribute(
                "recalls",
                PagePart.of(() -> apis.mine().treatment().list(Summary.class, "/recalls", Map.of("limit", 100))));
        return "recalls";
    }

    @PostMapping
    String open(@RequestParam MultiValueMap<String, String> fields, Model model) {
        requireHeadOffice();
        SubmittedForm form = new SubmittedForm(fields);
        Map<String, Object> batch = form.body("maker", "product", "lotNumber", "reasonCode", "reason");
        try {
            String id = apis.mine()
                    .treatment()
                    .post(form.once(), batch, "/recalls")
                    .path("id")
                    .asString();
            return "redirect:/office/recalls/" + id;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(form, model);
        }
    }

    @GetMapping("/{id:[a-z0-9_]+}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable String clients,
            @RequestParam(required = false) @Nullable String sessions,
            @RequestParam(required = false) @Nullable String tests,
            Model model) {
        return page(id, SubmittedForm.empty(), new Position(waiting, clients, sessions, tests), model);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        requireHeadOffice();
        SubmittedForm form = new SubmittedForm(fields);
        try {
            apis.mine().treatment().post(form.once(), form.body("reason"), "/recalls/{id}/withdraw", id);
            next.addFlashAttribute("notice", Texts.text("recall.withdraw.done"));
            return "redirect:/office/recalls/" + id;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(id, form, Position.START, model);
        }
    }

    private String page(String id, SubmittedForm form, Position from, Model model) {
        requireHeadOffice();
        model.addAttribute("form", form);
        one.fill(id, from, model);
        return "recall";
    }

    /**
     * The counts alone, which the page asks for again every few seconds; where they are others than those that it shows, its lists
     * are to be asked for as well.
     *
     * @param seen the hash of the counts that the page shows
     */
    @GetMapping("/{id:[a-z0-9_]+}/count")
    String count(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer seen,
            HttpServletResponse response,
            Model model) {
        requireHeadOffice();
        RecallView.Counts now = one.counts(id, model);
        if (seen != null && seen != now.hashCode()) {
            response.setHeader("HX-Trigger", "recall-changed");
        }
        return "recall :: count";
    }

    /** The file as it comes from treatment, however long it is. */
    @GetMapping("/{id:[a-z0-9_]+}/evidence")
    void evidence(@PathVariable String id, HttpServletResponse response) {
        requireHeadOffice();
        apis.mine().treatment().files().stream("/recalls/" + id + "/evidence", (_, pack) -> {
            response.setContentType(MediaType.APPLICATION_PDF_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            pack.transferTo(response.getOutputStream());
        });
    }

    private void requireHeadOffice() {
        if (!users.current().isBrand()) {
            throw ApiProblem.unknown();
        }
    }
}

package io.hairline.portal.office;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.FieldError;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.document.Downloads;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.input.UploadedTable;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** The brand's tables as CSV: taken out, and brought in after a try that stores nothing. */
@Controller
@RequestMapping("/office/tables")
class TablesController {

    private static final List<String> KINDS = List.of(
            "clinics",
            "practitioners",
            "working-plans",
            "licences",
            "trainings",
            "people",
            "regions",
            "owners",
            "policies",
            "prices",
            "price-ranges");

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;

    TablesController(Apis apis, Catalogue catalogue, CurrentUser users) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "clinics") String kind, Model model) {
        return show(kind, "", model);
    }

    private String show(String kind, String csv, Model model) {
        OfficePages.require(users);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("kind", KINDS.contains(kind) ? kind : KINDS.getFirst());
        model.addAttribute("csv", csv);
        return "tables";
    }

    @GetMapping("/{kind:[a-z-]+}.csv")
    ResponseEntity<byte[]> file(@PathVariable String kind) {
        OfficePages.require(users);
        if (!KINDS.contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Downloads.csv(
                kind + ".csv", apis.mine().headOffice().files().read("/exports/" + kind + ".csv", Map.of()));
    }

    @PostMapping
    String send(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        OfficePages.require(users);
        SubmittedForm form = new SubmittedForm(fields);
        String kind = form.text("kind");
        boolean isFile = UploadedTable.isFile(request);
        String csv = isFile ? UploadedTable.of(request).text() : form.text("csv");
        boolean store = form.has("store") && !isFile;
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("kind", kind);
        query.put("dryRun", !store);
        try {
            JsonNode answer = apis.mine()
                    .headOffice()
                    .files()
                    .upload(
                            JsonNode.class,
                            store ? form.once() : null,
                            Downloads.CSV.toString(),
                            csv.getBytes(StandardCharsets.UTF_8),
                            "/imports",
                            query);
            if (store) {
                catalogue.forget();
                next.addFlashAttribute("notice", words("tables.stored", answer));
                return "redirect:/office/tables?kind=" + kind;
            }
            model.addAttribute("wrong", wrong(answer.path("errors")));
            model.addAttribute("right", answer.path("errors").isEmpty());
            model.addAttribute("notice", words("tables.tried", answer));
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
        }
        return show(kind, csv, model);
    }

    private static String words(String key, JsonNode answer) {
        return Texts.text(
                key,
                answer.path("created").asString("0"),
                answer.path("changed").asString("0"),
                answer.path("unchanged").asString("0"),
                answer.path("errors").size());
    }

    private static List<FieldError> wrong(JsonNode errors) {
        return errors.valueStream().map(FieldError::of).toList();
    }
}

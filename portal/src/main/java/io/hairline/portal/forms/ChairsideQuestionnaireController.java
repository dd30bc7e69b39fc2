package io.hairline.portal.forms;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** The health questions beside the chair, on a tablet: whether anything has changed, or all of them anew; the client signs. */
@Controller
@RequestMapping("/clinic/{clinic}/appointments/{id}/health")
class ChairsideQuestionnaireController {

    private static final String SAME = "health-same";
    private static final String ANEW = "health-anew";

    private final Apis apis;
    private final ClinicFrame frame;
    private final ClientNames clients;
    private final BusinessTime time;

    ChairsideQuestionnaireController(Apis apis, ClinicFrame frame, ClientNames clients, BusinessTime time) {
        this.apis = apis;
        this.frame = frame;
        this.clients = clients;
        this.time = time;
    }

    @GetMapping
    String last(@PathVariable String clinic, @PathVariable String id, Model model) {
        return page(clinic, id, SAME, SubmittedForm.empty(), model);
    }

    @GetMapping("/anew")
    String anew(@PathVariable String clinic, @PathVariable String id, Model model) {
        return page(clinic, id, ANEW, SubmittedForm.empty(), model);
    }

    @PostMapping
    String repeat(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return sign(clinic, id, SAME, form, (treatment, _) -> HealthAnswers.repeat(treatment, form), model, next);
    }

    @PostMapping("/anew")
    String answer(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        return sign(
                clinic,
                id,
                ANEW,
                form,
                (treatment, client) -> HealthAnswers.send(treatment, form, client),
                model,
                next);
    }

    private String sign(
            String clinic,
            String id,
            String page,
            SubmittedForm form,
            BiFunction<Api, String, JsonNode> send,
            Model model,
            RedirectAttributes next) {
        CallerApis mine = apis.mine();
        try {
            JsonNode answer = send.apply(mine.treatment(), clientOf(appointment(mine, id)));
            next.addFlashAttribute("notice", HealthAnswers.notice(answer));
            return "redirect:/clinic/" + clinic + "/appointments/" + id;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return page(clinic, id, page, form, model);
        }
    }

    private String page(String clinic, String id, String page, SubmittedForm form, Model model) {
        CallerApis mine = apis.mine();
        frame.around(clinic, "day", model);
        ClinicFrame.Permissions may = (ClinicFrame.Permissions) Objects.requireNonNull(model.getAttribute("may"));
        if (!may.charts()) {
            throw ApiProblem.unknown();
        }
        Appointment it = appointment(mine, id);
        String client = clientOf(it);
        ClientNames.Person person = clients.find(mine, client);
        List<HealthQuestion> questions = HealthQuestion.in(mine.treatment(), clinic);
        model.addAttribute("it", it);
        model.addAttribute("form", form);
        model.addAttribute("name", person == null ? Texts.text("chart.someone") : person.name());
        model.addAttribute("questions", questions);
        model.addAttribute(
                "last",
                LastAnswers.of(ChartParts.of(mine.treatment(), client).allQuestionnaires(), questions, time.now())
                        .orElse(null));
        return page;
    }

    private static Appointment appointment(CallerApis mine, String id) {
        return mine.booking().get(Appointment.class, "/appointments/{id}", id);
    }

    private static String clientOf(Appointment it) {
        return Optional.ofNullable(it.clientId()).orElseThrow(ApiProblem::unknown);
    }
}

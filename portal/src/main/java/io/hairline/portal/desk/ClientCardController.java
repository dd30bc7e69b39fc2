package io.hairline.portal.desk;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.appointment.Payment;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.clinic.ClientNames.Person;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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

/** All that a clinic has to do with one client: contact, appointments, course, money, messages, chart as allowed. */
@Controller
@RequestMapping("/clinic/{clinic}/clients/{id:cli_.*}")
class ClientCardController {

    private static final int MOST = 100;

    private final Apis apis;
    private final Catalogue catalogue;
    private final ClinicFrame frame;
    private final BusinessTime time;

    ClientCardController(Apis apis, Catalogue catalogue, ClinicFrame frame, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.frame = frame;
        this.time = time;
    }

    /** An appointment of the time before the clinic joined the brand. */
    record PastAppointment(String id, String clinicId, String serviceCode, LocalDateTime localStart, String outcome) {

        public String service() {
            return CodeLabels.service(serviceCode);
        }

        public String day() {
            return Texts.day(localStart.toLocalDate());
        }

        public String outcomeWords() {
            return CodeLabels.status(outcome);
        }
    }

    /** A course with what was paid for it as a whole. */
    record CourseAccount(CourseSummary it, List<Payment> payments) {}

    /** An appointment with the names that people know. */
    record Visit(Appointment it, String clinic, String practitioner) {}

    /** Back to the card with what the call says, or the card with what it was refused for. */
    String sent(String clinic, String client, Supplier<String> call, Model model, RedirectAttributes next) {
        try {
            next.addFlashAttribute("notice", call.get());
            return "redirect:/clinic/" + clinic + "/clients/" + client;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return card(clinic, client, model);
        }
    }

    @GetMapping
    String card(@PathVariable String clinic, @PathVariable String id, Model model) {
        frame.around(clinic, "clients", model);
        CallerApis mine = apis.mine();
        Map<String, ?> of = Map.of("clientId", id, "limit", MOST);
        model.addAttribute("person", person(mine, id));
        model.addAttribute("homeName", catalogue.clinicName(clinic));
        Instant now = time.now();
        List<Visit> visits = mine.booking().list(Appointment.class, "/appointments", of).stream()
                .filter(it -> !it.status().equals("EXPIRED"))
                .sorted(Comparator.comparing(Appointment::startsAt))
                .map(it -> new Visit(
                        it, catalogue.clinicName(it.clinicId()), catalogue.practitionerName(it.practitionerId())))
                .toList();
        model.addAttribute(
                "toCome", visits.stream().filter(it -> it.it().isToCome(now)).toList());
        model.addAttribute(
                "past",
                visits.stream().filter(it -> !it.it().isToCome(now)).toList().reversed());
        model.addAttribute(
                "earlier", PagePart.of(() -> mine.booking().list(PastAppointment.class, "/past-appointments", of)));
        model.addAttribute("courses", PagePart.of(() -> accounts(mine, of)));
        model.addAttribute(
                "sold",
                PagePart.of(() -> mine.booking().list(Payment.class, "/payments", Map.of("clientId", id)).stream()
                        .filter(it -> it.isForProductOf(clinic))
                        .toList()));
        model.addAttribute("ledger", PagePart.of(() -> mine.booking().list(LedgerLine.class, "/ledger", of)));
        model.addAttribute("messages", PagePart.of(() -> mine.notification().list(MessageLine.class, "/messages", of)));
        return "client-card";
    }

    private static List<CourseAccount> accounts(CallerApis mine, Map<String, ?> of) {
        return mine.booking().list(CourseSummary.class, "/courses", of).stream()
                .map(it -> new CourseAccount(
                        it, mine.booking().list(Payment.class, "/payments", Map.of("courseId", it.id()))))
                .toList();
    }

    @GetMapping("/edit")
    String edit(@PathVariable String clinic, @PathVariable String id, Model model) {
        Person it = person(apis.mine(), id);
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("givenName", it.givenName());
        fields.add("familyName", it.familyName());
        fields.add("dateOfBirth", Objects.toString(it.dateOfBirth(), ""));
        fields.add("email", it.email());
        fields.add("phone", it.phone());
        fields.add("language", it.language());
        fields.add("zone", it.zone());
        fields.add("homeClinicId", it.homeClinicId());
        fields.add("version", Objects.toString(it.version(), ""));
        return form(clinic, id, new SubmittedForm(fields), model);
    }

    @PostMapping("/edit")
    String change(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        SubmittedForm form = new SubmittedForm(fields);
        Long version = form.version();
        try {
            Map<String, Object> body = form.body(ClientsController.FIELDS);
            body.putAll(form.body("reasonCode"));
            Api booking = apis.mine().booking();
            next.addFlashAttribute(
                    "notice",
                    version == null
                            ? Notices.changed(null, booking.put(body, "/clients/{id}", id), "client.changed")
                            : Notices.changed(
                                    version, booking.put(version, body, "/clients/{id}", id), "client.changed"));
            return "redirect:/clinic/" + clinic + "/clients/" + id;
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return form(clinic, id, form, model);
        }
    }

    @PostMapping("/email-confirmation")
    String sendConfirmation(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        return sent(
                clinic,
                id,
                () -> {
                    apis.mine().booking().post(once, Map.of(), "/clients/{id}/email-confirmation", id);
                    return Texts.text("email.sent");
                },
                model,
                next);
    }

    private String form(String clinic, String id, SubmittedForm form, Model model) {
        frame.around(clinic, "clients", model);
        model.addAttribute("form", form);
        model.addAttribute("languages", Texts.LANGUAGES);
        model.addAttribute("allClinics", catalogue.clinics());
        model.addAttribute("clientId", id);
        return "client-edit";
    }

    private static Person person(CallerApis mine, String id) {
        return mine.booking().get(Person.class, "/clients/{id}", id);
    }
}

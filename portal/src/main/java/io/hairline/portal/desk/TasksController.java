package io.hairline.portal.desk;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.clinic.Stock;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a clinic has to look after. */
@Controller
@RequestMapping("/clinic/{clinic}/tasks")
class TasksController {

    /** As many as one call lists. */
    private static final int AT_ONCE = 50;

    private static final Set<String> IN_THE_CHART = Set.of(
            "CLIENT_QUESTION",
            "ANSWERS_BLOCK",
            "PATCH_TEST_FAILED",
            "COLOUR_CHECK",
            "HEALING_ELSEWHERE",
            "HELD_LOT_USED");

    private final Apis apis;
    private final ClinicFrame frame;
    private final ClientNames clients;
    private final CurrentUser users;

    TasksController(Apis apis, ClinicFrame frame, ClientNames clients, CurrentUser users) {
        this.users = users;
        this.apis = apis;
        this.frame = frame;
        this.clients = clients;
    }

    /** One thing to do, as booking keeps it. */
    record Task(
            String id,
            @Nullable Long version,
            @Nullable String kind,
            @Nullable String reasonCode,
            @Nullable Appointment appointment,
            @Nullable String clientId) {}

    /** A line of the list. */
    record Line(Task it, String client) {
        public String name() {
            return it.kind() == null ? "–" : CodeLabels.label("task", it.kind());
        }

        /** Whether the client's contact is to be corrected. */
        public boolean isAboutContact() {
            return "MESSAGE_FAILED".equals(it.kind());
        }

        /** Whether the stock page says more. */
        public boolean isAboutLot() {
            return "HELD_LOT_USED".equals(it.kind());
        }

        /** Whether the chart says more. */
        public boolean isInTheChart() {
            return it.kind() != null && IN_THE_CHART.contains(it.kind());
        }

        /** What settles it; nothing for a kind that this page doesn't know. */
        public String toDo() {
            boolean replan = it.appointment() != null && it.appointment().isToReplan();
            return replan
                    ? Texts.text("tasks.todo.REPLAN")
                    : it.kind() == null ? "" : Texts.textOr("tasks.todo." + it.kind(), "");
        }

        public String reason() {
            return it.reasonCode() == null ? "" : CodeLabels.label("task.reason", it.reasonCode());
        }
    }

    @GetMapping
    String list(@PathVariable String clinic, Model model) {
        frame.around(clinic, "tasks", model);
        CallerApis mine = apis.mine();
        model.addAttribute("tasks", PagePart.of(() -> open(mine, clinic)));
        model.addAttribute(
                "stock",
                users.current().seesStock(clinic)
                        ? Stock.left(mine, clinic).or(List.of()).stream()
                                .filter(Stock.Lot::isToSeeTo)
                                .toList()
                        : List.of());
        return "tasks";
    }

    private List<Line> open(CallerApis mine, String clinic) {
        List<Task> tasks = mine.booking()
                .all(Task.class, "/tasks", Map.of("clinicId", clinic, "status", "OPEN", "limit", AT_ONCE));
        ClientNames.Names names = clients.names(mine, tasks, Task::clientId);
        return tasks.stream()
                .map(it -> new Line(it, it.clientId() == null ? "–" : names.of(it.clientId())))
                .toList();
    }

    @PostMapping("/{id}/done")
    String done(
            @PathVariable String clinic,
            @PathVariable String id,
            @RequestParam String once,
            Model model,
            RedirectAttributes next) {
        try {
            apis.mine().booking().post(once, Map.of(), "/tasks/{id}/done", id);
            next.addFlashAttribute("notice", Texts.text("tasks.done"));
            return "redirect:/clinic/" + clinic + "/tasks";
        } catch (ApiProblem e) {
            model.addAttribute("alert", e);
            return list(clinic, model);
        }
    }
}

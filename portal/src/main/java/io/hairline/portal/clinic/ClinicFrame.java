package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all pages of a clinic have in common: its name, its tabs, and the way to the reader's other clinics. */
@Component
public class ClinicFrame {

    private final Catalogue catalogue;
    private final CurrentUser users;

    ClinicFrame(Catalogue catalogue, CurrentUser users) {
        this.catalogue = catalogue;
        this.users = users;
    }

    /** A page of the clinic; its name ends the message's key and its address. */
    public record Tab(String name, String link) {}

    /** What the reader's role allows in this clinic; the services decide again. */
    public record Permissions(
            boolean book, boolean receive, boolean treat, boolean charts, boolean manage, boolean stock) {

        static Permissions of(SignedInUser user, String clinic) {
            return new Permissions(
                    user.runsDiary(clinic),
                    user.receivesClients(clinic),
                    user.treatsIn(clinic),
                    user.readsCharts(clinic),
                    user.managesClinic(clinic),
                    user.seesStock(clinic));
        }
    }

    /** Puts the clinic around a page, and answers it. A clinic where the reader has nothing to do is as good as unknown. */
    public Clinic around(String id, String tab, Model model) {
        SignedInUser user = users.current();
        Clinic clinic = ofReader(id, user).orElseThrow(ApiProblem::unknown);
        Permissions may = Permissions.of(user, id);
        model.addAttribute("clinic", clinic);
        model.addAttribute("tab", tab);
        model.addAttribute("may", may);
        model.addAttribute("tabs", tabs(id, user, may));
        model.addAttribute(
                "clinics",
                catalogue.clinics().stream()
                        .filter(it -> user.hasToDoWith(it.id(), it.regionId()))
                        .toList());
        return clinic;
    }

    /** Whether the reader has something to do in the clinic, so that its pages open. */
    public boolean isOpen(String clinic) {
        return ofReader(clinic, users.current()).isPresent();
    }

    private Optional<Clinic> ofReader(String clinic, SignedInUser user) {
        return catalogue.clinic(clinic).filter(it -> user.hasToDoWith(it.id(), it.regionId()));
    }

    private static List<Tab> tabs(String id, SignedInUser user, Permissions may) {
        List<String> names = new ArrayList<>(List.of("day", "week"));
        if (may.receive()) {
            names.add(1, "chairs");
        }
        if (may.book()) {
            names.add("clients");
        }
        if (may.receive()) {
            names.add("tasks");
            names.add("touch-ups");
            names.add("waitlist");
            names.add("prepaid");
        }
        if (may.stock()) {
            names.add("lots");
        }
        if (may.manage()) {
            names.add("team");
            names.add("hours");
        }
        if (user.managesClinic(id) && !user.isBrand()) {
            names.add("people");
        }
        return names.stream().map(it -> new Tab(it, "/clinic/" + id + "/" + it)).toList();
    }
}

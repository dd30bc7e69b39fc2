package io.hairline.portal.royalty;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the clinics owe each other in a month, and the free touch-ups among it. */
@Controller
class SettlementController {

    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    private final Apis apis;
    private final Catalogue catalogue;
    private final BusinessTime time;
    private final CurrentUser users;

    SettlementController(Apis apis, Catalogue catalogue, BusinessTime time, CurrentUser users) {
        this.apis = apis;
        this.users = users;
        this.catalogue = catalogue;
        this.time = time;
    }

    /**
     * What one clinic owes another.
     *
     * @param servicingClinicId the one of the two that did the work
     * @param about the appointment, course or payment that it is owed for; absent in entries of before it was kept
     */
    record Entry(
            String kind,
            String debtorId,
            String creditorId,
            String servicingClinicId,
            Money amount,
            LocalDate day,
            @Nullable String about,
            String subject,
            long version) {

        /**
         * The page of what it is owed for. Of an appointment or a payment the clinic that did the work alone may see more, of
         * a course the one that was paid too.
         *
         * @param own the clinics whose money the reader may see
         */
        @Nullable String link(Set<String> own) {
            String seller = servicingClinicId.equals(creditorId) ? debtorId : creditorId;
            if (about == null) {
                return null;
            }
            if (own.contains(servicingClinicId)) {
                return about.startsWith("apt_")
                        ? "/clinic/" + servicingClinicId + "/appointments/" + about
                        : "/dashboard/settlements/" + servicingClinicId + "/" + about;
            }
            return about.startsWith("crs_") && own.contains(seller)
                    ? "/dashboard/settlements/" + seller + "/" + about
                    : null;
        }
    }

    /** What is left to get or to pay. */
    record Position(String clinicId, Money amount) {}

    record Settlement(List<Entry> entries, List<Position> netted, List<Money> sum) {}

    /**
     * An entry in words.
     *
     * @param link to what it is owed for, for those who may see that
     */
    record Line(
            String day,
            String kind,
            String debtor,
            String creditor,
            String amount,
            String event,
            @Nullable String link) {}

    /** A free touch-up of another clinic's course. */
    record FreeTouchUp(
            String appointmentId,
            @Nullable String soldIn,
            @Nullable String treatedIn,
            @Nullable LocalDate day,
            Money credit) {}

    record Fairness(List<FreeTouchUp> touchUps) {}

    /**
     * The same in words.
     *
     * @param link to the appointment, for those who may see the money of the clinic that did it
     */
    record TouchUpLine(
            String day,
            String soldIn,
            String treatedIn,
            String credit,
            @Nullable String link) {}

    /** A position in words. */
    record Net(String clinic, String amount) {}

    @GetMapping("/dashboard/settlements")
    String show(@RequestParam(defaultValue = "") String month, Model model) {
        if (!month.isBlank() && !month.matches(MONTH)) {
            throw ApiProblem.input("month", "field.unreadable");
        }
        String wanted = !month.isBlank()
                ? month
                : YearMonth.from(LocalDate.ofInstant(time.now(), ZoneOffset.UTC))
                        .toString();
        Settlement it = JsonMapper.shared()
                .treeToValue(apis.mine().headOffice().read("/settlements", Map.of("month", wanted)), Settlement.class);
        model.addAttribute("month", wanted);
        model.addAttribute("monthWords", Texts.month(YearMonth.parse(wanted)));
        Set<String> own = OwnClinics.ids(users.current(), catalogue.clinics());
        model.addAttribute(
                "lines", it.entries().stream().map(entry -> line(entry, own)).toList());
        model.addAttribute(
                "nets",
                it.netted().stream()
                        .map(net -> new Net(
                                catalogue.clinicName(net.clinicId()),
                                net.amount().words()))
                        .toList());
        Fairness fairness = JsonMapper.shared()
                .treeToValue(
                        apis.mine().headOffice().read("/touch-up-fairness", Map.of("month", wanted)), Fairness.class);
        model.addAttribute(
                "touchUps",
                fairness.touchUps().stream().map(one -> line(one, own)).toList());
        model.addAttribute("sums", it.sum().stream().map(Money::words).toList());
        return "settlements";
    }

    /** The client whose course it is, where its sessions and payments are. */
    @GetMapping("/dashboard/settlements/{clinic}/{course:crs_.*}")
    String course(@PathVariable String clinic, @PathVariable String course) {
        return paidFor(clinic, apis.mine().booking().read("/courses/" + course, Map.of()));
    }

    /** The appointment that a payment was for, or else the client who paid. */
    @GetMapping("/dashboard/settlements/{clinic}/{payment:pay_.*}")
    String payment(@PathVariable String clinic, @PathVariable String payment) {
        return paidFor(clinic, apis.mine().booking().read("/payments/" + payment, Map.of()));
    }

    /** @param it a course or a payment, as booking tells it */
    static String paidFor(String clinic, JsonNode it) {
        String appointment = it.path("appointmentId").asString("");
        return "redirect:/clinic/" + clinic
                + (appointment.isEmpty()
                        ? "/clients/" + it.path("clientId").asString()
                        : "/appointments/" + appointment);
    }

    private TouchUpLine line(FreeTouchUp it, Set<String> own) {
        return new TouchUpLine(
                it.day() == null ? "" : Texts.date(it.day()),
                it.soldIn() == null ? "" : catalogue.clinicName(it.soldIn()),
                it.treatedIn() == null ? "" : catalogue.clinicName(it.treatedIn()),
                it.credit().words(),
                it.treatedIn() != null && own.contains(it.treatedIn())
                        ? "/clinic/" + it.treatedIn() + "/appointments/" + it.appointmentId()
                        : null);
    }

    private Line line(Entry it, Set<String> own) {
        return new Line(
                Texts.date(it.day()),
                CodeLabels.label("settlement.kind", it.kind()),
                catalogue.clinicName(it.debtorId()),
                catalogue.clinicName(it.creditorId()),
                it.amount().words(),
                it.subject() + " · " + it.version(),
                it.link(own));
    }
}

package io.hairline.portal.royalty;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** What one clinic owes another. */
    record Entry(
            String kind,
            String debtorId,
            String creditorId,
            Money amount,
            LocalDate day,
            String subject,
            long version) {}

    /** What is left to get or to pay. */
    record Position(String clinicId, Money amount) {}

    record Settlement(List<Entry> entries, List<Position> netted, List<Money> sum) {}

    /** An entry in words. */
    record Line(String day, String kind, String debtor, String creditor, String amount, String event) {}

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
     * @param link to the appointment, for those who lead the clinic that did it
     */
    record TouchUpLine(
            String day,
            String soldIn,
            String treatedIn,
            String credit,
            @Nullable String link) {}

    /** A position in words. */
    record Net(String clinic, String amount) {}

    @GetMapping("/wall/settlements")
    String show(@RequestParam(defaultValue = "") String month, Model model) {
        String wanted = month.matches(MONTH)
                ? month
                : YearMonth.from(LocalDate.ofInstant(time.now(), ZoneOffset.UTC))
                        .toString();
        Settlement it = JsonMapper.shared()
                .treeToValue(apis.mine().headOffice().read("/settlements", Map.of("month", wanted)), Settlement.class);
        model.addAttribute("month", wanted);
        model.addAttribute("monthWords", Texts.month(YearMonth.parse(wanted)));
        model.addAttribute("lines", it.entries().stream().map(this::line).toList());
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
                "touchUps", fairness.touchUps().stream().map(this::line).toList());
        model.addAttribute("sums", it.sum().stream().map(Money::words).toList());
        return "settlements";
    }

    private TouchUpLine line(FreeTouchUp it) {
        return new TouchUpLine(
                it.day() == null ? "" : Texts.date(it.day()),
                it.soldIn() == null ? "" : catalogue.clinicName(it.soldIn()),
                it.treatedIn() == null ? "" : catalogue.clinicName(it.treatedIn()),
                it.credit().words(),
                it.treatedIn() != null && users.current().managesClinic(it.treatedIn())
                        ? "/clinic/" + it.treatedIn() + "/appointments/" + it.appointmentId()
                        : null);
    }

    private Line line(Entry it) {
        return new Line(
                Texts.date(it.day()),
                CodeLabels.label("settlement.kind", it.kind()),
                catalogue.clinicName(it.debtorId()),
                catalogue.clinicName(it.creditorId()),
                it.amount().words(),
                it.subject() + " · " + it.version());
    }
}

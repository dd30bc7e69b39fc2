package io.hairline.portal.dashboard;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** One number of a dashboard: clinic by clinic, and the events that it is made of. */
@Controller
class DrillDownController {

    private static final int PAGE = 50;
    private static final String COUNT = "count";
    private static final String MINUTES = "minutes";
    /** What is looked for is mostly a reason why a number fell; amounts of several currencies are never compared. */
    static final Comparator<InClinic> MOST_LOST_FIRST = Comparator.comparing(
                    InClinic::firstUnit, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(InClinic::difference, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;
    private final DashboardScopes scopes;

    DrillDownController(Apis apis, Catalogue catalogue, CurrentUser users, DashboardScopes scopes) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
        this.scopes = scopes;
    }

    /** Of a clinic's number the part of one practitioner or chair; with neither it is the whole number. */
    record Share(@Nullable String practitionerId, @Nullable String chairId) {

        @Nullable String id() {
            return practitionerId != null && !practitionerId.isBlank()
                    ? practitionerId
                    : chairId == null || chairId.isBlank() ? null : chairId;
        }
    }

    /** An event behind the number, as head office tells it. */
    record Part(
            String part,
            String unit,
            BigDecimal amount,
            String clinicId,
            LocalDate day,
            Instant at,
            String subject,
            long version) {

        /** The page of what it is about: a session leads on only those who read its clinic's charts. */
        @Nullable String link(SignedInUser user) {
            String kind = subject.substring(0, subject.indexOf('_') + 1);
            return switch (kind) {
                case "apt_" -> "/clinic/" + clinicId + "/appointments/" + subject;
                case "ses_" -> user.readsCharts(clinicId) ? "/dashboard/events/" + clinicId + "/" + subject : null;
                case "msg_" -> "/dashboard/messages/" + clinicId + "/" + subject;
                case "pay_", "crs_" -> "/dashboard/settlements/" + clinicId + "/" + subject;
                default -> null;
            };
        }
    }

    /**
     * The same in words.
     *
     * @param link to the appointment, the client or the course, for those who may see that
     */
    record Line(
            String what,
            String amount,
            String clinic,
            String day,
            String time,
            String event,
            @Nullable String link) {}

    /** The number in one region or clinic, and in it the period before. */
    record InClinic(
            String name,
            String link,
            PagePart<Dashboard> numbers,
            String key,
            @Nullable String unit) {
        public List<Tile> tiles() {
            return numbers.value() == null ? List.of() : numbers.value().of(key, unit);
        }

        @Nullable String firstUnit() {
            return tiles().stream()
                    .map(Tile::unit)
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .orElse(null);
        }

        /** Of several currencies the first one's. */
        @Nullable BigDecimal difference() {
            return tiles().stream().findFirst().map(Tile::difference).orElse(null);
        }
    }

    @GetMapping("/dashboard/events/{key}")
    String show(
            @PathVariable String key,
            DashboardController.Choice choice,
            Share share,
            @RequestParam(name = "unit", defaultValue = "") String wantedUnit,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        String unit = wantedUnit.isBlank() ? null : wantedUnit;
        DashboardScope scope = DashboardScope.of(choice.regionId(), choice.clinicId(), users.current());
        DashboardPeriod period = DashboardPeriod.of(choice, scopes.today(scope));
        CallerApis mine = apis.mine();
        Resources.@Nullable Tables shares = shares(scope, period, share, mine);
        Resources.@Nullable Row one = shares == null ? null : one(shares, share);
        Dashboard numbers = shares == null || one == null
                ? read(mine, period, scope)
                : new Dashboard(one.tiles(), null, shares.comparedWith());
        Map<String, Object> query = period.query(scope);
        query.put("limit", PAGE);
        query.put("cursor", cursor);
        query.put("practitionerId", share.practitionerId());
        query.put("chairId", share.chairId());
        query.put("unit", unit);
        Api.Page<Part> events = mine.headOffice().page(Part.class, "/dashboard/" + key + "/events", query);
        model.addAttribute("key", key);
        model.addAttribute("unit", unit);
        model.addAttribute("scope", scope);
        model.addAttribute("period", period);
        model.addAttribute("place", scopes.place(scope));
        model.addAttribute("whose", one == null ? scopes.place(scope) : one.name() + ", " + scopes.place(scope));
        model.addAttribute("share", share);
        model.addAttribute("name", Tile.name(key));
        model.addAttribute("numbers", numbers);
        model.addAttribute("tiles", numbers.of(key, unit));
        model.addAttribute("inBrand", scope.isBrand());
        model.addAttribute("clinics", parts(key, unit, scope, period, mine));
        SignedInUser user = users.current();
        model.addAttribute(
                "lines", events.items().stream().map(it -> line(it, user)).toList());
        model.addAttribute("next", events.nextCursor());
        return "dashboard-events";
    }

    private static Resources.@Nullable Tables shares(
            DashboardScope scope, DashboardPeriod period, Share share, CallerApis mine) {
        String clinic = scope.clinic();
        if (share.id() == null) {
            return null;
        }
        if (clinic == null) {
            throw ApiProblem.unknown();
        }
        return Resources.of(mine, clinic, period);
    }

    private static Resources.Row one(Resources.Tables shares, Share share) {
        return Optional.ofNullable(shares.find(String.valueOf(share.id()))).orElseThrow(ApiProblem::unknown);
    }

    /** Of the brand its regions, of a region its clinics. */
    private List<InClinic> parts(
            String key, @Nullable String unit, DashboardScope scope, DashboardPeriod period, CallerApis mine) {
        List<DashboardScope> members = scope.clinic() != null
                ? List.of()
                : scope.isBrand()
                        ? catalogue.regions().stream()
                                .map(it -> new DashboardScope(it.id(), null))
                                .toList()
                        : catalogue.clinics().stream()
                                .filter(it -> it.regionId().equals(scope.region()))
                                .map(it -> new DashboardScope(null, it.id()))
                                .toList();
        List<InClinic> all = ParallelCalls.each(
                members,
                it -> new InClinic(
                        scopes.place(it),
                        link(key, unit, it, period),
                        PagePart.of(() -> read(mine, period, it)),
                        key,
                        unit));
        return all.stream().sorted(MOST_LOST_FIRST).toList();
    }

    /** The address of the events behind a figure. */
    static String link(String key, @Nullable String unit, DashboardScope scope, DashboardPeriod period) {
        return "/dashboard/events/" + key + "?" + scope.link() + "&" + period.link()
                + (unit == null ? "" : "&unit=" + unit);
    }

    private Line line(Part it, SignedInUser user) {
        LocalDateTime time = catalogue
                .clinic(it.clinicId())
                .map(clinic -> LocalDateTime.ofInstant(it.at(), clinic.zoneId()))
                .orElseGet(() -> LocalDateTime.ofInstant(it.at(), java.time.ZoneOffset.UTC));
        return new Line(
                CodeLabels.label("measure", it.part()),
                amount(it),
                catalogue.clinicName(it.clinicId()),
                Texts.date(it.day()),
                Texts.moment(time),
                it.subject() + " · " + it.version(),
                it.link(user));
    }

    /** The appointment of a session, which its treatment tells those who read charts. */
    @GetMapping("/dashboard/events/{clinic}/{id:ses_.*}")
    String session(@PathVariable String clinic, @PathVariable String id) {
        String appointment = apis.mine()
                .treatment()
                .read("/sessions/" + id, Map.of())
                .path("appointmentId")
                .asString();
        return "redirect:/clinic/" + clinic + "/appointments/" + appointment;
    }

    private static String amount(Part it) {
        return switch (it.unit()) {
            case COUNT -> Texts.number(it.amount());
            case MINUTES -> Texts.text("drill.minutes", Texts.number(it.amount()));
            default -> Texts.money(it.amount(), it.unit());
        };
    }

    private static Dashboard read(CallerApis mine, DashboardPeriod period, DashboardScope scope) {
        return JsonMapper.shared()
                .treeToValue(mine.headOffice().read("/dashboard", period.query(scope)), Dashboard.class);
    }
}

package io.hairline.portal.dashboard;

import io.hairline.portal.ResponseHeadersFilter;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.document.Downloads;
import io.hairline.portal.document.PdfDocuments;
import io.hairline.portal.map.ClinicMap;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The numbers of the brand, a region or a clinic in a named period, beside those of the period before. */
@Controller
class DashboardController {

    private static final String[] CHARTS = {"bookings", "revenue", "utilisation", "noShowRate"};
    /** What stands first, and on the page of the brand before its regions. */
    private static final List<String> FIRST =
            List.of("revenue", "collected", "bookings", "sessions", "consultations", "utilisation", "noShowRate");

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser users;
    private final DashboardScopes scopes;
    private final Alerts alerts;
    private final DashboardSummaries glances;
    private final PdfDocuments documents;

    DashboardController(
            Apis apis,
            Catalogue catalogue,
            CurrentUser users,
            DashboardScopes scopes,
            Alerts alerts,
            DashboardSummaries glances,
            PdfDocuments documents) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.users = users;
        this.scopes = scopes;
        this.alerts = alerts;
        this.glances = glances;
        this.documents = documents;
    }

    /** What the reader chose, before the role narrows it. */
    record Choice(
            @Nullable String regionId,
            @Nullable String clinicId,
            @Nullable Integer days,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A number beside the one of the clinic in the middle of the network. */
    record Compared(Tile it, String median) {}

    /** The whole brand shows its main numbers, each region, and then the others. */
    @GetMapping("/dashboard")
    String show(Choice choice, HttpServletResponse response, Model model) {
        ResponseHeadersFilter.allowStyledElements(response);
        SignedInUser user = users.current();
        DashboardScope scope = DashboardScope.of(choice.regionId(), choice.clinicId(), user);
        DashboardPeriod period = DashboardPeriod.of(choice, scopes.today(scope));
        CallerApis mine = apis.mine();
        model.addAttribute("scope", scope);
        model.addAttribute("period", period);
        model.addAttribute("choices", DashboardPeriod.CHOICES);
        model.addAttribute("place", scopes.place(scope));
        model.addAttribute("regions", scopes.regions(user));
        model.addAttribute("clinics", scopes.clinics(user));
        model.addAttribute("brand", user.isBrand());
        model.addAttribute("numbers", user.seesNumbers());
        model.addAttribute("stream", "/dashboard/stream?" + scope.link());
        Supplier<PagePart<Dashboard>> asked = part(() -> Dashboard.read(mine, period, scope));
        Supplier<PagePart<Dashboard>> medians = part(() -> Dashboard.medians(mine, period, scope));
        Supplier<List<DashboardSummaries.Glance>> few = ParallelCalls.begin(() -> glances.of(scope, period, mine));
        String clinic = scope.clinic();
        PagePart<List<Alerts.Alert>> open =
                clinic == null ? PagePart.of(() -> alerts.open(mine, scope.region())) : new PagePart<>(List.of(), null);
        model.addAttribute("alerts", open);
        model.addAttribute("map", clinic == null ? map(scope, open.value()) : null);
        model.addAttribute("glances", few.get());
        model.addAttribute("resources", clinic == null ? null : PagePart.of(() -> Resources.of(mine, clinic, period)));
        PagePart<Dashboard> now = asked.get();
        model.addAttribute("dashboard", now);
        List<Compared> tiles = compared(now, medians.get());
        Map<Boolean, List<Compared>> apart = mainFirst(tiles).stream()
                .collect(Collectors.partitioningBy(it -> !scope.isBrand() || rank(it) < FIRST.size()));
        model.addAttribute("tiles", apart.get(true));
        model.addAttribute("others", apart.get(false));
        model.addAttribute(
                "charts",
                now.value() == null
                        ? List.of()
                        : now.value().series(CHARTS).stream()
                                .map(it -> Chart.of(it, scope, period))
                                .toList());
        return "dashboard";
    }

    private static <T> Supplier<PagePart<T>> part(Supplier<T> ask) {
        return ParallelCalls.begin(() -> PagePart.of(ask));
    }

    /** The main numbers in their order, then the others as head office lists them. */
    static List<Compared> mainFirst(List<Compared> tiles) {
        return tiles.stream()
                .sorted(Comparator.comparingInt(DashboardController::rank))
                .toList();
    }

    private static int rank(Compared it) {
        int place = FIRST.indexOf(it.it().key());
        return place < 0 ? FIRST.size() : place;
    }

    /** The tiles in the reader's language, to print or forward. */
    @GetMapping("/dashboard/report.pdf")
    ResponseEntity<byte[]> pdf(Choice choice) {
        DashboardScope scope = DashboardScope.of(choice.regionId(), choice.clinicId(), users.current());
        DashboardPeriod period = DashboardPeriod.of(choice, scopes.today(scope));
        Dashboard numbers = Dashboard.read(apis.mine(), period, scope);
        Map<String, Object> model =
                Map.of("place", scopes.place(scope), "period", numbers.periodWords(period), "numbers", numbers);
        return documents.download(fileName(period, "pdf"), "dashboard-file", model);
    }

    /** The tiles as head office's file of them, with the API's names. */
    @GetMapping("/dashboard/report.csv")
    ResponseEntity<byte[]> csv(Choice choice) {
        DashboardScope scope = DashboardScope.of(choice.regionId(), choice.clinicId(), users.current());
        DashboardPeriod period = DashboardPeriod.of(choice, scopes.today(scope));
        byte[] tiles = apis.mine().headOffice().files().read("/dashboard/report.csv", period.query(scope));
        return Downloads.csv(fileName(period, "csv"), tiles);
    }

    private static String fileName(DashboardPeriod period, String ending) {
        return "dashboard-" + period.from() + "-" + period.to() + "." + ending;
    }

    /** The numbers of the page by their elements' ids: what a page that is open asks for when something moved. */
    @GetMapping("/dashboard/numbers")
    @ResponseBody
    Map<String, String> numbers(Choice choice) {
        SignedInUser user = users.current();
        DashboardScope scope = DashboardScope.of(choice.regionId(), choice.clinicId(), user);
        DashboardPeriod period = DashboardPeriod.of(choice, scopes.today(scope));
        CallerApis mine = apis.mine();
        Map<String, String> numbers = new LinkedHashMap<>();
        Dashboard now = Dashboard.read(mine, period, scope);
        now.all().forEach(it -> numbers.put(it.anchor() + "-value", it.words()));
        numbers.put("as-of", now.asOf());
        glances.of(scope, period, mine)
                .forEach(glance ->
                        glance.few().forEach(it -> numbers.put(glance.id() + "-" + it.anchor(), it.words())));
        return numbers;
    }

    private ClinicMap map(DashboardScope scope, @Nullable List<Alerts.Alert> open) {
        Set<String> regions = open == null
                ? Set.of()
                : open.stream().map(Alerts.Alert::regionId).collect(Collectors.toSet());
        return ClinicMap.of(
                catalogue.clinics().stream()
                        .filter(it -> scope.isBrand() || it.regionId().equals(scope.region()))
                        .toList(),
                regions);
    }

    private static List<Compared> compared(PagePart<Dashboard> now, PagePart<Dashboard> medians) {
        if (now.value() == null) {
            return List.of();
        }
        return now.value().all().stream()
                .map(it -> new Compared(it, words(medians, it)))
                .toList();
    }

    private static String words(PagePart<Dashboard> from, Tile like) {
        return from.value() == null
                ? ""
                : from.value().find(like).map(Tile::words).orElse("");
    }
}

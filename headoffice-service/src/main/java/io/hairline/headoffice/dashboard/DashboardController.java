package io.hairline.headoffice.dashboard;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.dashboard.kpi.Comparison;
import io.hairline.headoffice.dashboard.projection.Reconciliation;
import io.hairline.headoffice.network.NetworkManagement;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dashboard")
class DashboardController {

    private static final Logger log = LoggerFactory.getLogger(DashboardController.class);

    private final DashboardReader dashboards;
    private final DrillDown drillDown;
    private final DashboardStreams streams;
    private final Reconciliation recounting;
    private final ClinicDirectory clinics;
    private final NetworkManagement network;
    private final Callers callers;

    DashboardController(
            DashboardReader dashboards,
            DrillDown drillDown,
            DashboardStreams streams,
            Reconciliation recounting,
            ClinicDirectory clinics,
            NetworkManagement network,
            Callers callers) {
        this.dashboards = dashboards;
        this.drillDown = drillDown;
        this.streams = streams;
        this.recounting = recounting;
        this.clinics = clinics;
        this.network = network;
        this.callers = callers;
    }

    @GetMapping
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Dashboard read(
            @RequestParam @Nullable RegionId regionId,
            @RequestParam @Nullable ClinicId clinicId,
            @RequestParam(defaultValue = "false") boolean brand,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam(defaultValue = "day") String period) {
        return dashboards.read(scope(regionId, clinicId, brand), from, to, period);
    }

    /**
     * The tiles of the period as a file; {@code kind} is {@code csv} or {@code pdf}. Both name the figures as this API does, and
     * are in English whatever the caller's language.
     */
    @GetMapping("/report.{kind}")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<byte[]> report(
            @PathVariable String kind,
            @RequestParam @Nullable RegionId regionId,
            @RequestParam @Nullable ClinicId clinicId,
            @RequestParam(defaultValue = "false") boolean brand,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to) {
        DashboardScope scope = scope(regionId, clinicId, brand);
        boolean pdf = kind.equals("pdf");
        if (!pdf && !kind.equals("csv")) {
            throw Refusal.notFound();
        }
        Dashboard dashboard = dashboards.read(scope, from, to, "month");
        byte[] file = pdf
                ? DashboardDocument.pdf(dashboard, "Dashboard, " + place(scope))
                : DashboardDocument.csv(dashboard).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(dashboard, kind) + "\"")
                .contentType(pdf ? MediaType.APPLICATION_PDF : MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(file);
    }

    private static String name(Dashboard it, String kind) {
        return "dashboard-" + it.over().from() + "-" + it.over().to() + "." + kind;
    }

    private String place(DashboardScope scope) {
        if (scope.brand()) {
            return "the whole brand";
        }
        return scope.clinicId() == null
                ? "region " + network.regionCodes().get(scope.regionId())
                : clinics.find(scope.clinicId())
                        .map(it -> it.code() + " " + it.name())
                        .orElse("");
    }

    /**
     * What the figure with this key is made of, the latest first; of a clinic also that of one practitioner or chair.
     *
     * @param unit the tile's, where the figure is money and the clinics have several currencies; all if it is left out
     */
    @GetMapping("/{key}/events")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<DrillDown.Part> events(
            @PathVariable String key,
            @RequestParam @Nullable RegionId regionId,
            @RequestParam @Nullable ClinicId clinicId,
            @RequestParam(defaultValue = "false") boolean brand,
            @RequestParam @Nullable PractitionerId practitionerId,
            @RequestParam @Nullable ChairId chairId,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        callers.current().require(Role.HEAD_OFFICE, Role.REGION_MANAGER, Role.CLINIC_MANAGER);
        int most = Page.limit(limit);
        String before = DrillDown.position(cursor);
        DashboardScope scope = scope(regionId, clinicId, brand);
        DrillDown.Figure figure = new DrillDown.Figure(key, unit, resource(clinicId, practitionerId, chairId));
        return drillDown.events(scope, figure, from, to, before, most);
    }

    private static @Nullable String resource(
            @Nullable ClinicId clinicId, @Nullable PractitionerId practitionerId, @Nullable ChairId chairId) {
        if (practitionerId != null && chairId != null) {
            throw Refusal.input("chairId", "give either practitionerId or chairId");
        }
        if (clinicId == null && (practitionerId != null || chairId != null)) {
            throw Refusal.input("clinicId", "is needed with practitionerId and chairId");
        }
        return practitionerId != null ? practitionerId.value() : chairId == null ? null : chairId.value();
    }

    /**
     * One figure of each clinic that the caller reaches, beside the median and the limits of the whole network. Fewer than 30
     * cases give no rank.
     */
    @GetMapping("/{key}/comparison")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Comparison comparison(
            @PathVariable String key, @RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
        Caller caller = callers.current();
        caller.require(Role.HEAD_OFFICE, Role.REGION_MANAGER, Role.CLINIC_MANAGER);
        Comparison all = dashboards.compare(key, from, to);
        return clinics.reach(caller, Role.HEAD_OFFICE, Role.REGION_MANAGER, Role.CLINIC_MANAGER)
                .map(it -> all.only(List.copyOf(it)))
                .orElse(all);
    }

    /** Of each figure but money, over all clinics of the brand, without naming them. */
    @GetMapping("/medians")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<Dashboard.Median> medians(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
        callers.current().require(Role.HEAD_OFFICE, Role.REGION_MANAGER, Role.CLINIC_MANAGER);
        return Page.whole(dashboards.medians(from, to));
    }

    /** Writes from a virtual thread of its own, so that listeners take no thread that answers requests. */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    void stream(
            @RequestParam @Nullable RegionId regionId,
            @RequestParam @Nullable ClinicId clinicId,
            @RequestParam(defaultValue = "false") boolean brand,
            HttpServletRequest request,
            HttpServletResponse response) {
        DashboardScope scope = scope(regionId, clinicId, brand);
        StreamSubscriber listener = streams.subscribe(scope);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        Thread.ofVirtual()
                .name("dashboard-listener")
                .start(new DelegatingSecurityContextRunnable(() -> write(listener, scope, async)));
    }

    private void write(StreamSubscriber listener, DashboardScope scope, AsyncContext async) {
        try (listener) {
            listener.writeTo(async.getResponse().getOutputStream(), () -> scope.mayBeSeenBy(callers.current()));
        } catch (IOException e) {
            log.debug("a dashboard's listener has left", e);
        } finally {
            end(async);
        }
    }

    /** Where the listener left first, the server has ended the request by itself. */
    private static void end(AsyncContext async) {
        try {
            async.complete();
        } catch (IllegalStateException e) {
            log.debug("the request has ended already", e);
        }
    }

    @PostMapping("/reconcile")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    Reconciliation.Report reconcile() {
        callers.current().require(Role.HEAD_OFFICE);
        return recounting.recount();
    }

    private DashboardScope scope(@Nullable RegionId regionId, @Nullable ClinicId clinicId, boolean brand) {
        callers.current().require(Role.HEAD_OFFICE, Role.REGION_MANAGER, Role.CLINIC_MANAGER);
        DashboardScope scope = new DashboardScope(regionId, clinicId, brand);
        scope.checkFor(callers.current());
        return scope;
    }
}

package io.hairline.portal.dashboard;

import io.hairline.portal.ResponseHeadersFilter;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Region;
import io.hairline.portal.session.CurrentUser;
import io.hairline.portal.session.SignedInUser;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Controller
class DashboardController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final CurrentUser whereabouts;

    DashboardController(Apis apis, Catalogue catalogue, CurrentUser whereabouts) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.whereabouts = whereabouts;
    }

    record Dashboard(@Nullable List<Tile> tiles, @Nullable JsonNode series) {
        public List<Tile> all() {
            return Objects.requireNonNullElse(tiles, List.of());
        }

        /** For the chart's script, as it came. */
        public String chart() {
            return series == null ? "[]" : series.toString();
        }
    }

    /** One region's numbers at a glance. */
    record Glance(String name, String id, PagePart<Dashboard> numbers) {}

    /** The whole brand has no tiles of its own, for its regions count in different currencies: it shows each region. */
    @GetMapping("/wall")
    String show(
            @RequestParam(required = false) @Nullable String regionId,
            @RequestParam(required = false) @Nullable String clinicId,
            @RequestParam(defaultValue = "day") String period,
            HttpServletResponse response,
            Model model) {
        ResponseHeadersFilter.allowStyledElements(response);
        SignedInUser user = whereabouts.current();
        String region = regionId != null || clinicId != null || user.isBrand()
                ? regionId
                : user.region().orElse(null);
        String clinic = clinicId != null || region != null || user.isBrand()
                ? clinicId
                : user.clinic().orElse(null);
        Map<String, Object> query = query(region, clinic, period);
        model.addAttribute("regionId", region);
        model.addAttribute("clinicId", clinic);
        model.addAttribute("period", period);
        boolean whole = region == null && clinic == null;
        model.addAttribute("dashboard", whole ? null : PagePart.of(() -> dashboard(query)));
        model.addAttribute("stream", whole ? null : stream(region, clinic));
        model.addAttribute("regions", regions(user));
        model.addAttribute("clinics", clinics(user));
        model.addAttribute("brand", user.isBrand());
        model.addAttribute("glances", whole ? glances(period) : List.of());
        model.addAttribute("place", place(region, clinic));
        return "wall";
    }

    private List<Glance> glances(String period) {
        Apis.Seen mine = apis.mine();
        return ParallelCalls.each(
                catalogue.regions(),
                it -> new Glance(
                        it.name(),
                        it.id(),
                        PagePart.of(() -> read(mine.headOffice().read("/dashboard", query(it.id(), null, period))))));
    }

    private Dashboard dashboard(Map<String, Object> query) {
        return read(apis.mine().headOffice().read("/dashboard", query));
    }

    private static Dashboard read(JsonNode answer) {
        return JsonMapper.shared().treeToValue(answer, Dashboard.class);
    }

    private static Map<String, Object> query(@Nullable String region, @Nullable String clinic, String period) {
        Map<String, Object> query = new HashMap<>(Map.of("period", period));
        if (region != null) {
            query.put("regionId", region);
        }
        if (clinic != null) {
            query.put("clinicId", clinic);
        }
        return query;
    }

    private static String stream(@Nullable String region, @Nullable String clinic) {
        return "/wall/stream?" + (clinic != null ? "clinicId=" + clinic : "regionId=" + region);
    }

    private String place(@Nullable String region, @Nullable String clinic) {
        if (clinic != null) {
            return catalogue.clinicName(clinic);
        }
        return catalogue.regions().stream()
                .filter(it -> it.id().equals(region))
                .map(Region::name)
                .findFirst()
                .orElse("The whole brand");
    }

    private List<Region> regions(SignedInUser user) {
        return catalogue.regions().stream()
                .filter(it ->
                        user.isBrand() || user.region().map(it.id()::equals).orElse(false))
                .toList();
    }

    private List<Clinic> clinics(SignedInUser user) {
        return catalogue.clinics().stream()
                .filter(it -> user.isBrand()
                        || user.region().map(it.regionId()::equals).orElse(false)
                        || user.clinic().map(it.id()::equals).orElse(false))
                .toList();
    }
}

package io.hairline.portal.wall;

import io.hairline.portal.Visit;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.Part;
import io.hairline.portal.api.Together;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.brand.Region;
import io.hairline.portal.session.Whereabouts;
import io.hairline.portal.session.Who;
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
class WallController {

    private final Apis apis;
    private final Catalogue catalogue;
    private final Whereabouts whereabouts;

    WallController(Apis apis, Catalogue catalogue, Whereabouts whereabouts) {
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
    record Glance(String name, String id, Part<Dashboard> numbers) {}

    /** The whole brand has no tiles of its own, for its regions count in different currencies: it shows each region. */
    @GetMapping("/wall")
    String show(
            @RequestParam(required = false) @Nullable String regionId,
            @RequestParam(required = false) @Nullable String clinicId,
            @RequestParam(defaultValue = "day") String period,
            HttpServletResponse response,
            Model model) {
        Visit.allowStyledElements(response);
        Who who = whereabouts.current();
        String region = regionId != null || clinicId != null || who.isBrand()
                ? regionId
                : who.region().orElse(null);
        String clinic = clinicId != null || region != null || who.isBrand()
                ? clinicId
                : who.clinic().orElse(null);
        Map<String, Object> query = query(region, clinic, period);
        model.addAttribute("regionId", region);
        model.addAttribute("clinicId", clinic);
        model.addAttribute("period", period);
        boolean whole = region == null && clinic == null;
        model.addAttribute("dashboard", whole ? null : Part.of(() -> dashboard(query)));
        model.addAttribute("stream", whole ? null : stream(region, clinic));
        model.addAttribute("regions", regions(who));
        model.addAttribute("clinics", clinics(who));
        model.addAttribute("brand", who.isBrand());
        model.addAttribute("glances", whole ? glances(period) : List.of());
        model.addAttribute("place", place(region, clinic));
        return "wall";
    }

    private List<Glance> glances(String period) {
        Apis.Seen mine = apis.mine();
        return Together.each(
                catalogue.regions(),
                it -> new Glance(
                        it.name(),
                        it.id(),
                        Part.of(() -> read(mine.headOffice().read("/dashboard", query(it.id(), null, period))))));
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

    private List<Region> regions(Who who) {
        return catalogue.regions().stream()
                .filter(it -> who.isBrand() || who.region().map(it.id()::equals).orElse(false))
                .toList();
    }

    private List<Clinic> clinics(Who who) {
        return catalogue.clinics().stream()
                .filter(it -> who.isBrand()
                        || who.region().map(it.regionId()::equals).orElse(false)
                        || who.clinic().map(it.id()::equals).orElse(false))
                .toList();
    }
}

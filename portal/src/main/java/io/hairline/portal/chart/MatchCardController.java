package io.hairline.portal.chart;

import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.chart.parts.PigmentWords;
import io.hairline.portal.clinic.ClientNames;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** How a client's colour was made last, on one page to print, for those who go on with it. */
@Controller
@RequestMapping("/clinic/{clinic}")
class MatchCardController {

    private final Apis apis;
    private final ClinicFrame frame;
    private final ClientNames clients;

    MatchCardController(Apis apis, ClinicFrame frame, ClientNames clients) {
        this.apis = apis;
        this.frame = frame;
        this.clients = clients;
    }

    /** The card as treatment gives it out. */
    record Card(
            String clientId,
            @Nullable Hairline hairline,
            @Nullable Work last,
            @Nullable List<ZoneDone> zones,
            @Nullable List<HeldLot> heldLots,
            List<HealedPhoto> healedPhotos,
            @Nullable List<Allergy> allergies,
            @Nullable Integer retentionPercent,
            List<String> warnings,
            @Nullable Boolean whole) {

        public List<ZoneDone> allZones() {
            return Objects.requireNonNullElse(zones, List.of());
        }

        public List<HeldLot> allHeldLots() {
            return Objects.requireNonNullElse(heldLots, List.of());
        }

        /** Whether other clinics' work is closed to the reader, as far as there is any. */
        public boolean isPart() {
            return Boolean.FALSE.equals(whole);
        }

        public List<String> warningWords() {
            return warnings.stream()
                    .map(it -> CodeLabels.label("match.warning", it))
                    .toList();
        }
    }

    /** What the client doesn't tolerate. */
    record Allergy(String substance, @Nullable String substanceName, String reaction, String severity) {
        public String words() {
            String what = CodeLabels.label("allergy.substance", substance);
            return Texts.text(
                    "allergy.short",
                    substanceName == null ? what : Texts.text("allergy.named", what, substanceName),
                    CodeLabels.label("allergy.reaction", reaction),
                    CodeLabels.label("allergy.severity", severity));
        }
    }

    record Hairline(
            String style,
            @Nullable Integer browDistanceMillimetres,
            @Nullable Integer recessionMillimetres,
            @Nullable String shade) {

        public String words() {
            return CodeLabels.label("hairline.style", style);
        }
    }

    /** How a zone was left by the last session that worked on it. */
    record ZoneDone(String zone, int density, String serviceCode, Instant completedAt) {
        public String words() {
            return Texts.text(
                    "match.zone",
                    CodeLabels.label("zone", zone),
                    density,
                    CodeLabels.service(serviceCode),
                    Texts.date(completedAt.atOffset(ZoneOffset.UTC).toLocalDate()));
        }
    }

    /** A lot of the course that nobody may use by now. */
    record HeldLot(String maker, String product, String lotNumber, String status) {
        public String words() {
            return Texts.text("lot.name", maker, product, lotNumber) + " · " + CodeLabels.label("lot.status", status);
        }
    }

    record Shade(
            String maker,
            String product,
            String colourIndex,
            String lotNumber,
            BigDecimal millilitres,
            BigDecimal dilution,
            @Nullable Integer cup,
            @Nullable String heldStatus,
            boolean inStock) {

        /** Why nobody may use the lot by now; empty if that isn't so. */
        public String heldWords() {
            return heldStatus == null ? "" : CodeLabels.label("lot.status", heldStatus);
        }

        public String name() {
            return Texts.text("lot.name", maker, product, lotNumber);
        }

        public String mixed() {
            return PigmentWords.of(millilitres, dilution, cup);
        }
    }

    record Work(
            String serviceCode,
            Instant completedAt,
            @Nullable String clinicName,
            @Nullable String practitionerName,
            String needleConfiguration,
            BigDecimal depthMillimetres,
            List<Shade> shades) {

        public String words() {
            return CodeLabels.service(serviceCode) + " · "
                    + Texts.date(completedAt.atOffset(ZoneOffset.UTC).toLocalDate());
        }

        public String depthWords() {
            return Texts.exactNumber(depthMillimetres);
        }

        public String by() {
            return Texts.text(
                    "record.reader",
                    Objects.requireNonNullElse(practitionerName, "–"),
                    Objects.requireNonNullElse(clinicName, "–"));
        }
    }

    record HealedPhoto(String id, String angle, Instant takenAt) {
        public String words() {
            return Texts.text(
                    "photo.words",
                    CodeLabels.label("photo.angle", angle),
                    CodeLabels.label("photo.stage", "HEALED"),
                    Texts.date(takenAt.atOffset(ZoneOffset.UTC).toLocalDate()));
        }
    }

    @GetMapping("/appointments/{id}/match-card")
    String show(@PathVariable String clinic, @PathVariable String id, Model model) {
        CallerApis mine = around(clinic, "day", model);
        Appointment appointment = mine.booking().get(Appointment.class, "/appointments/{id}", id);
        model.addAttribute("it", appointment);
        model.addAttribute("name", clients.name(mine, appointment.clientId()));
        return page(mine, Map.of("appointmentId", id), model);
    }

    /** For a client who has shared the card with a clinic and has no appointment there. */
    @GetMapping("/clients/{client:cli_.*}/match-card")
    String shared(@PathVariable String clinic, @PathVariable String client, Model model) {
        CallerApis mine = around(clinic, "clients", model);
        ClientNames.Person person = clients.find(mine, client);
        model.addAttribute("name", person == null ? Texts.text("chart.someone") : person.name());
        return page(mine, Map.of("clientId", client, "clinicId", clinic), model);
    }

    private CallerApis around(String clinic, String tab, Model model) {
        frame.around(clinic, tab, model);
        return apis.mine();
    }

    private static String page(CallerApis mine, Map<String, ?> whose, Model model) {
        model.addAttribute("card", mine.treatment().read(Card.class, "/match-card", whose));
        return "match-card";
    }
}

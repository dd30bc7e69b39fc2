package io.hairline.treatment.chart;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.chartaccess.SharingPurpose;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/charts")
class ChartController {

    private final ObjectProvider<ChartPart> parts;
    private final ChartAccess access;

    ChartController(ObjectProvider<ChartPart> parts, ChartAccess access) {
        this.parts = parts;
        this.access = access;
    }

    /**
     * A chart, as far as the caller may read it.
     *
     * @param whole whether all clinics' entries are in it; else those of the caller's own clinics, and what a pass opens
     * @param sharedFor what the client gave the caller's clinic a pass for, of several the widest; absent without one
     */
    record Chart(
            ClientId clientId,
            boolean whole,
            @Nullable SharingPurpose sharedFor,
            @JsonAnyGetter Map<String, List<?>> parts) {}

    /** A clinic of the caller's to which a client belongs or comes. */
    record Place(ClinicId clinicId) {}

    /**
     * Of the caller's clinics those in which the caller may write about the client: the client belongs to them or has a visit there.
     * {@code Hairline-Clinic} leaves none of them out. Empty for a client who is none of theirs.
     */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @GetMapping("/{clientId}/clinics")
    Page<Place> clinics(@PathVariable ClientId clientId) {
        return Page.whole(
                access.allClinicsToTreatIn(clientId).stream().map(Place::new).toList());
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping("/{clientId}")
    Chart get(@PathVariable ClientId clientId) {
        ChartReading reading = access.toRead(clientId, AccessedRecord.CHART);
        Map<String, List<?>> all = new TreeMap<>();
        parts.forEach(it -> all.put(it.name(), it.of(clientId, reading.of(it.record()))));
        return new Chart(clientId, reading.isWhole(), reading.sharedFor(), all);
    }
}

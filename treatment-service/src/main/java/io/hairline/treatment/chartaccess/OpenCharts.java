package io.hairline.treatment.chartaccess;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import io.hairline.treatment.chartaccess.AccessGrants.Grant;
import io.hairline.treatment.chartaccess.AccessGrants.Reader;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.AppointmentStatus;
import io.hairline.treatment.referencedata.Client;
import io.hairline.treatment.referencedata.ReferenceData;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Why a chart is open to a reader: it is the home clinic, the client booked there, somebody granted it, or only what the
 * clinic wrote itself.
 */
@Component
class OpenCharts {

    private final ReferenceData referenceData;
    private final ObjectProvider<AccessGrants> grants;

    OpenCharts(ReferenceData referenceData, ObjectProvider<AccessGrants> grants) {
        this.referenceData = referenceData;
        this.grants = grants;
    }

    /** A chart that is open to the caller, and why. */
    record Opened(Grant grant, ChartReading reading) {}

    /**
     * The chart, if one of the roles opens it in one of the caller's clinics.
     *
     * @throws Refusal not found if nothing opens it
     */
    Opened require(Caller caller, ClientId clientId, Role... roles) {
        Client client = referenceData.findClient(clientId).orElseThrow(Refusal::notFound);
        Set<ClinicId> clinics = clinicsOf(caller, roles);
        Optional<ClinicId> home = referenceData.homesOf(client.id()).stream()
                .filter(clinics::contains)
                .findFirst();
        if (home.isPresent()) {
            return new Opened(new Grant(AccessBasis.HOME_CLINIC, home.get()), ChartReading.whole());
        }
        List<Appointment> visits = visitsOf(clientId).stream()
                .filter(it -> clinics.contains(it.clinicId()))
                .toList();
        return visits.stream()
                .filter(Appointment::isBookedByClient)
                .findFirst()
                .map(it -> new Grant(AccessBasis.CLIENT_BOOKING, it.clinicId()))
                .or(() -> granted(clientId, new Reader(caller.subject(), clinics), visits))
                .map(it -> new Opened(it, ChartReading.whole()))
                .or(() -> ownEntries(visits))
                .orElseThrow(Refusal::notFound);
    }

    private Optional<Grant> granted(ClientId client, Reader reader, List<Appointment> visits) {
        Set<ClinicId> visited = visits.stream().map(Appointment::clinicId).collect(Collectors.toUnmodifiableSet());
        return grants.orderedStream()
                .flatMap(it -> it.find(client, reader, visited).stream())
                .min((one, other) -> one.basis().compareTo(other.basis()));
    }

    private static Optional<Opened> ownEntries(List<Appointment> visits) {
        return visits.stream()
                .findFirst()
                .map(it -> new Opened(
                        new Grant(AccessBasis.OWN_ENTRIES, it.clinicId()),
                        ChartReading.entriesOf(
                                visits.stream().map(Appointment::clinicId).collect(Collectors.toUnmodifiableSet()))));
    }

    private static Set<ClinicId> clinicsOf(Caller caller, Role... roles) {
        return caller.assignments().stream()
                .filter(it -> Arrays.asList(roles).contains(it.role()))
                .map(Assignment::clinicId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The appointments that tie a client to a clinic: open ones and those that were held. */
    List<Appointment> visitsOf(ClientId client) {
        return referenceData.appointmentsOf(client).stream()
                .filter(it -> it.status().isOpen() || it.status() == AppointmentStatus.COMPLETED)
                .toList();
    }
}

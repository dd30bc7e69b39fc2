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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Why a chart is open to a reader: the client booked a visit that is still to come, the client or somebody else granted it, or it
 * is only what the reader's clinic wrote itself. Passes that the client gave a clinic say how far it reads, in the place of a visit
 * that the client booked there.
 */
@Component
class OpenCharts {

    private static final Comparator<Grant> BY_WIDTH =
            Comparator.comparing((Grant it) -> -it.opens().size()).thenComparing(Grant::basis);

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
     * @param what is to be read
     * @throws Refusal not found if nothing opens it
     */
    Opened require(Caller caller, ClientId clientId, AccessedRecord what, Role... roles) {
        return find(caller, clientId, what, roles).orElseThrow(Refusal::notFound);
    }

    Optional<Opened> find(Caller caller, ClientId clientId, AccessedRecord what, Role... roles) {
        return referenceData.findClient(clientId).flatMap(it -> find(caller, it, what, roles));
    }

    private Optional<Opened> find(Caller caller, Client client, AccessedRecord what, Role... roles) {
        ClientId clientId = client.id();
        Set<ClinicId> clinics = clinicsOf(caller, roles);
        List<ClinicId> homes = referenceData.homesOf(client.id()).stream()
                .filter(clinics::contains)
                .toList();
        List<Appointment> visits = visitsOf(clientId).stream()
                .filter(it -> clinics.contains(it.clinicId()))
                .toList();
        Set<ClinicId> visited = clinicsOf(visits.stream());
        Set<ClinicId> own = Stream.concat(homes.stream(), visited.stream()).collect(Collectors.toUnmodifiableSet());
        Set<ClinicId> booked = clinicsOf(visits.stream()
                .filter(it -> it.isBookedByClient() && it.status().isOpen()));
        Reader reader = new Reader(caller.subject(), clinics);
        List<Grant> granted = grants.orderedStream()
                .flatMap(it -> it.find(clientId, reader, visited).stream())
                .toList();
        return widest(what, granted, booked)
                .or(() -> ownEntries(homes, visits))
                .map(it -> new Opened(it, ChartReading.of(what, it, own, purposeOf(granted))));
    }

    private static Set<ClinicId> clinicsOf(Stream<Appointment> visits) {
        return visits.map(Appointment::clinicId).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Of what opens a record the grant that opens most, and of these the one with the strongest reason.
     *
     * @param granted all that holds now
     * @param booked where the client booked a visit that is open: it opens everything to a clinic without a pass
     */
    static Optional<Grant> widest(AccessedRecord what, List<Grant> granted, Set<ClinicId> booked) {
        Set<ClinicId> withPass = granted.stream()
                .filter(it -> it.basis() == AccessBasis.SHARING_PASS)
                .map(Grant::clinicId)
                .collect(Collectors.toUnmodifiableSet());
        return Stream.concat(
                        booked.stream()
                                .filter(it -> !withPass.contains(it))
                                .map(it -> Grant.of(AccessBasis.CLIENT_BOOKING, it)),
                        granted.stream())
                .filter(it -> it.opens().contains(what))
                .min(BY_WIDTH);
    }

    /** What the widest of the passes is for; null without one. */
    private static @Nullable SharingPurpose purposeOf(List<Grant> granted) {
        return granted.stream()
                .filter(it -> it.basis() == AccessBasis.SHARING_PASS)
                .min(BY_WIDTH)
                .map(Grant::purpose)
                .orElse(null);
    }

    private static Optional<Grant> ownEntries(List<ClinicId> homes, List<Appointment> visits) {
        return homes.stream()
                .findFirst()
                .map(it -> Grant.ofOwn(AccessBasis.HOME_CLINIC, it))
                .or(() -> visits.stream().findFirst().map(it -> Grant.ofOwn(AccessBasis.OWN_ENTRIES, it.clinicId())));
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

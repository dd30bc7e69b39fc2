package io.hairline.booking.pastappointment;

import io.hairline.booking.demo.DemoPart;
import io.hairline.booking.pastappointment.PastAppointment.Facts;
import io.hairline.booking.pastappointment.PastAppointment.Outcome;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** The course that the first client had before the home clinic joined the brand. */
@Component
class DemoPastAppointments implements DemoPart {

    private static final int CLIENT = 1;
    private static final LocalTime TIME = LocalTime.of(10, 0);
    private static final int DAYS_BEFORE = 1_200;
    private static final int DAYS_BETWEEN = 14;
    private static final List<String> SERVICES = List.of("CONSULTATION", "SESSION_1", "SESSION_2");

    private final ReferenceData referenceData;
    private final EventLog eventLog;
    private final Clock clock;

    DemoPastAppointments(ReferenceData referenceData, EventLog eventLog, Clock clock) {
        this.referenceData = referenceData;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Override
    public void fill(String madeBy) {
        referenceData
                .clinic(DemoIds.clinic(DemoIds.homeClinic(CLIENT)))
                .ifPresent(clinic -> SERVICES.forEach(it -> record(clinic, it, madeBy)));
    }

    private void record(Clinic clinic, String service, String madeBy) {
        ClientId client = DemoIds.client(CLIENT);
        LocalDateTime start = LocalDateTime.ofInstant(clock.instant(), clinic.zoneId())
                .minusDays(DAYS_BEFORE - (long) DAYS_BETWEEN * SERVICES.indexOf(service))
                .with(TIME);
        Facts facts = new Facts(
                client,
                clinic.id(),
                service,
                start,
                start.atZone(clinic.zoneId()).toInstant(),
                clinic.zone(),
                Outcome.COMPLETED);
        var _ = eventLog.record(PastAppointment.class, () -> PastAppointment.record(facts, clock.instant(), madeBy));
    }
}

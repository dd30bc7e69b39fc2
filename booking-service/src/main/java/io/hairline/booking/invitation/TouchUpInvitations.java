package io.hairline.booking.invitation;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.booking.availability.AvailabilitySearch;
import io.hairline.booking.availability.Slot;
import io.hairline.booking.availability.SlotSearch;
import io.hairline.booking.client.Clients;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.InvitationId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.kit.Indexes;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Looks for free slots when a touch-up falls due; as due work, so that many at once wait in line. */
@Service
class TouchUpInvitations implements EventConsumer<TreatmentEvent>, DueWorkHandler, Indexes {

    private static final String KIND = "invitation";
    private static final String TOUCH_UP = "TOUCH_UP";
    private static final int OFFERED = 3;
    private static final int CLINICS = 3;
    private static final double RADIUS_KM = 20_000;
    private static final int DAYS = 28;

    private final ReferenceData referenceData;
    private final Clients clients;
    private final SlotSearch findingSlots;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final Clock clock;

    TouchUpInvitations(
            ReferenceData referenceData,
            Clients clients,
            SlotSearch findingSlots,
            EventLog eventLog,
            DueWork dueWork,
            MongoTemplate mongo,
            Clock clock,
            MergedIds mergedClients) {
        this.referenceData = referenceData;
        this.clients = clients;
        this.findingSlots = findingSlots;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.clock = clock;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        if (event instanceof TouchUpDue it) {
            dueWork.at(clock.instant(), KIND, it.touchUpId() + "/" + it.clientId());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The subject is the touch-up and the client, parted by a slash. */
    @Override
    public void run(DueItem item) {
        String[] words = item.subject().split("/", 2);
        TouchUpId touchUp = new TouchUpId(words[0]);
        ClientId client = new ClientId(words[1]);
        if (mongo.findById(Invitation.idFor(touchUp), Invitation.class) == null
                && clients.find(client).isPresent()) {
            List<AppointmentSlot> slots = slotsFor(mergedClients.survivor(client));
            eventLog.record(Invitation.class, () -> Invitation.offer(touchUp, client, slots, clock.instant()));
        }
    }

    /** The first free time of each of the nearest clinics, the nearest clinic first, filled up from the nearest. */
    private List<AppointmentSlot> slotsFor(ClientId client) {
        Clinic home =
                referenceData.clinic(clients.require(client).homeClinicId()).orElseThrow();
        List<Slot> first = new ArrayList<>();
        List<Slot> more = new ArrayList<>();
        var place = home.location();
        for (Clinic clinic : referenceData.clinicsNear(place.getY(), place.getX(), RADIUS_KM, CLINICS)) {
            LocalDate from =
                    LocalDate.ofInstant(clock.instant(), clinic.zoneId()).plusDays(1);
            List<Slot> free = findingSlots.find(
                    new AvailabilitySearch(List.of(clinic), TOUCH_UP, from, from.plusDays(DAYS), null, client));
            free.stream().limit(1).forEach(first::add);
            free.stream().skip(1).limit(OFFERED).forEach(more::add);
        }
        first.addAll(more);
        return first.stream().limit(OFFERED).map(TouchUpInvitations::booked).toList();
    }

    private static AppointmentSlot booked(Slot it) {
        return new AppointmentSlot(
                it.clinicId(),
                it.practitionerId(),
                it.chairId(),
                it.serviceCode(),
                it.startsAt().toInstant(),
                it.endsAt().toInstant(),
                it.localStart(),
                it.zone());
    }

    /** Latest first. */
    List<Invitation> of(ClientId client, @Nullable InvitationId before, int most) {
        Criteria criteria = mergedClients.in("clientId", client);
        if (before != null) {
            criteria = criteria.and("_id").lt(before);
        }
        return mongo.find(
                Query.query(criteria).with(Sort.by("_id").descending()).limit(most), Invitation.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("invitations").createIndex(ascending("clientId", "_id"));
    }
}

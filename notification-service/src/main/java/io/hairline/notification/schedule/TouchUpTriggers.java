package io.hairline.notification.schedule;

import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Brings together a due touch-up and the slots that booking offers for it, whichever is heard first. */
@Component
class TouchUpTriggers {

    private final MongoTemplate mongo;
    private final MessageSchedule schedule;

    TouchUpTriggers(MongoTemplate mongo, MessageSchedule schedule) {
        this.mongo = mongo;
        this.schedule = schedule;
    }

    /**
     * An offer, kept by itself because it may be heard before its touch-up.
     *
     * @param heard counted by both sides, so that of two at the same moment one waits for the other
     */
    @Document("offers")
    @TypeAlias("offer")
    record Offer(
            @Id TouchUpId id,
            int heard,
            @Nullable Instant at,
            @Nullable List<AppointmentSlot> slots) {}

    void due(TouchUpDue it, Instant at) {
        TouchUpTrigger fresh =
                new TouchUpTrigger(it.touchUpId(), it.clientId(), it.clinicId(), it.until(), at, true, null, List.of());
        Offer offer = hear(it.touchUpId());
        Instant offeredAt = offer.at();
        List<AppointmentSlot> slots = offer.slots();
        schedule.follow(offeredAt == null || slots == null ? fresh : fresh.offered(offeredAt, slots));
    }

    /** The first offer counts: the client is told once. */
    void offered(SlotsOffered it, Instant at) {
        Offer before = hear(it.touchUpId());
        if (before.at() != null) {
            return;
        }
        mongo.save(new Offer(it.touchUpId(), before.heard(), at, it.slots()));
        find(it.touchUpId()).ifPresent(known -> schedule.follow(known.offered(at, it.slots())));
    }

    private Offer hear(TouchUpId id) {
        Offer offer = mongo.findAndModify(
                Query.query(Criteria.where("_id").is(id)),
                new Update().inc("heard", 1).setOnInsert("_class", "offer"),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Offer.class);
        return Objects.requireNonNull(offer);
    }

    /** One that came to be booked or closed before its day has nothing to tell. */
    void set(TouchUpId id, boolean open) {
        find(id).ifPresent(it -> schedule.follow(it.with(open)));
    }

    private Optional<TouchUpTrigger> find(TouchUpId id) {
        return schedule.find(id.value()).map(TouchUpTrigger.class::cast);
    }
}

package io.hairline.headoffice.settlement;

import io.hairline.contracts.Money;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.money.MinorUnits;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Notes of each touch-up whose course it belongs to and who did it, and of each session of a course what it is worth. */
@Component
class SettlementTreatmentConsumer implements EventConsumer<TreatmentEvent> {

    private static final String TOUCH_UP = "TOUCH_UP";

    private final SettlementStore store;
    private final ClinicDirectory clinics;

    SettlementTreatmentConsumer(SettlementStore store, ClinicDirectory clinics) {
        this.store = store;
        this.clinics = clinics;
    }

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    @SuppressWarnings("PatternMatchingInstanceof") // two kinds of many; the others owe nothing
    public void on(TreatmentEvent event, ReceivedEvent received) {
        if (event instanceof TouchUpBooked it) {
            store.note(
                    it.appointmentId(),
                    new Update()
                            .set("touchUpId", it.touchUpId().value())
                            .set("soldIn", it.clinicId().value()));
        } else if (event instanceof SessionCompleted it) {
            done(it, received);
        }
    }

    private void done(SessionCompleted it, ReceivedEvent received) {
        LocalDate day = clinics.dayIn(it.clinicId(), it.completedAt());
        Money price = it.price();
        if (it.courseId() != null && price != null) {
            store.note(
                    it.courseId().value(),
                    new PaidWork.Row(
                            true,
                            it.clinicId(),
                            price.currency(),
                            MinorUnits.of(price),
                            day,
                            it.completedAt(),
                            received.subject(),
                            received.version()));
        }
        if (it.serviceCode().equals(TOUCH_UP)) {
            store.note(
                    it.appointmentId(),
                    new Update()
                            .set("treatedIn", it.clinicId().value())
                            .set("month", YearMonth.from(day).toString())
                            .set("day", day)
                            .set("at", it.completedAt())
                            .set("sessionId", it.sessionId().value())
                            .set("sessionVersion", received.version())
                            .set("priced", price != null && price.amount().signum() > 0));
        }
    }
}

package io.hairline.booking.appointment.visit;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.referencedata.NoShowFees;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Money;
import io.hairline.kit.events.Change;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records a no-show for an appointment that is still confirmed when its grace period is over. */
@Component
class NoShowDetection implements DueWorkHandler {

    static final String KIND = "no-show";
    private static final String REASON = "NOT_CHECKED_IN";

    private final DiaryWriter diary;
    private final NoShowFees fees;
    private final Clock clock;

    NoShowDetection(DiaryWriter diary, NoShowFees fees, Clock clock) {
        this.diary = diary;
        this.fees = fees;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        diary.change(new AppointmentId(item.subject()), this::missed);
    }

    private @Nullable Money fee(Appointment it) {
        return fees.of(it.policy(), it.slot().serviceCode(), it.slot().clinicId())
                .orElse(null);
    }

    /** One that was moved meanwhile has a later item of its own. */
    private Change<Appointment> missed(Appointment it) {
        boolean over = !clock.instant().isBefore(it.graceEndsAt());
        return it.status() == Status.CONFIRMED && over
                ? Visit.of(it).noShow(REASON, fee(it), null, clock.instant())
                : Change.none(it);
    }
}

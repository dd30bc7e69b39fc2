package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PrepaidId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictFound;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictResolved;
import io.hairline.contracts.booking.BookingEvent.AppointmentExtended;
import io.hairline.contracts.booking.BookingEvent.AppointmentInConflict;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.AppointmentStartUndone;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.NoShowFeeWaived;
import io.hairline.contracts.booking.BookingEvent.OfClient;
import io.hairline.contracts.booking.BookingEvent.OfEnquiry;
import io.hairline.contracts.booking.BookingEvent.OfPayment;
import io.hairline.contracts.booking.BookingEvent.OfPrepaid;
import io.hairline.contracts.booking.BookingEvent.OfTask;
import io.hairline.contracts.booking.BookingEvent.OfWaitlistEntry;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentDeclined;
import io.hairline.contracts.booking.BookingEvent.PaymentReassigned;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundFailed;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundRequested;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundUnknown;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.BookingEvent.PaymentRequested;
import io.hairline.contracts.booking.BookingEvent.PrepaidSold;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakenBack;
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.contracts.booking.BookingEvent.WaitlistOfferAccepted;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.dashboard.projection.Fact.AppointmentChange;
import io.hairline.headoffice.dashboard.projection.Fact.CourseMade;
import io.hairline.headoffice.dashboard.projection.Fact.MoneyMoved;
import io.hairline.headoffice.dashboard.projection.Fact.Standing;
import io.hairline.headoffice.dashboard.projection.Fact.WaitlistSaved;
import io.hairline.headoffice.money.MinorUnits;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What appointments, courses and payments mean to the dashboard. */
@Component
class BookingEventConsumer implements EventConsumer<BookingEvent> {

    /** How a payment is made with money that was paid in advance. */
    private static final Set<String> PREPAID = Set.of("GIFT_CARD", "PREPAID");

    private final FactBuffer facts;
    private final DiaryTimes diary;
    private final ClinicDirectory clinics;

    BookingEventConsumer(FactBuffer facts, DiaryTimes diary, ClinicDirectory clinics) {
        this.facts = facts;
        this.diary = diary;
        this.clinics = clinics;
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        switch (event) {
            case AppointmentBooked it -> {
                changed(it.clientId(), it.slot(), Standing.CONFIRMED, received, true);
                diary.taken(it.slot(), received);
            }
            case AppointmentRescheduled it -> {
                changed(it.clientId(), it.slot(), Standing.CONFIRMED, received, false);
                diary.moved(it.previous(), it.slot(), received);
            }
            case ClientCheckedIn it -> changed(it.clientId(), it.slot(), Standing.CHECKED_IN, received, false);
            case CheckInUndone it -> changed(it.clientId(), it.slot(), Standing.CONFIRMED, received, false);
            case AppointmentStarted it -> changed(it.clientId(), it.slot(), Standing.IN_CHAIR, received, false);
            case AppointmentStartUndone it -> changed(it.clientId(), it.slot(), Standing.CHECKED_IN, received, false);
            case AppointmentExtended it -> changed(it.clientId(), it.slot(), Standing.IN_CHAIR, received, false);
            case AppointmentReinstated it -> changed(it.clientId(), it.slot(), Standing.IN_CHAIR, received, false);
            case AppointmentCompleted it -> changed(it.clientId(), it.slot(), Standing.COMPLETED, received, false);
            case AppointmentNoShow it -> changed(it.clientId(), it.slot(), Standing.NO_SHOW, received, false);
            case AppointmentCancelled it -> {
                changed(
                        it.clientId(),
                        it.slot(),
                        it.late() ? Standing.CANCELLED_LATE : Standing.CANCELLED,
                        received,
                        false);
                diary.left(it.slot(), received);
            }
            case CourseBooked it ->
                facts.add(
                        it.clientId(),
                        new CourseMade(received.subject(), received.version(), received.time(), it.planId()));
            case PaymentCaptured it -> money(it, received, net(it));
            case PaymentRefunded it -> money(it, received, net(it).negate());
            case PrepaidSold it -> money(ownerOf(it.clientId(), it.prepaidId()), it.clinicId(), it.amount(), received);
            case PrepaidTakenBack it ->
                money(ownerOf(it.clientId(), it.prepaidId()), it.clinicId(), negative(it.amount()), received);
            case WaitlistOfferAccepted it ->
                facts.add(
                        it.clientId(),
                        new WaitlistSaved(
                                received.subject(),
                                received.version(),
                                received.time(),
                                it.slot().clinicId(),
                                it.slot().localStart().toLocalDate()));
            case BookingEvent.OfErasure _,
                    SlotHeld _,
                    SlotReleased _,
                    BookingEvent.OfHeldCourse _,
                    NoShowFeeWaived _,
                    AppointmentInConflict _,
                    AppointmentConflictFound _,
                    AppointmentConflictResolved _,
                    OfClient _,
                    OfTask _,
                    BookingEvent.OfPastAppointment _,
                    OfPrepaid _,
                    OfWaitlistEntry _,
                    PaymentRequested _,
                    PaymentDeclined _,
                    PaymentReassigned _,
                    PaymentRefundRequested _,
                    PaymentRefundUnknown _,
                    PaymentRefundFailed _,
                    SlotsOffered _,
                    OfEnquiry _ -> {}
        }
    }

    private void changed(
            ClientId client, AppointmentSlot slot, Standing standing, ReceivedEvent received, boolean booked) {
        facts.add(
                client,
                new AppointmentChange(
                        received.subject(),
                        received.version(),
                        received.time(),
                        standing,
                        booked,
                        slot.clinicId(),
                        slot.practitionerId().value(),
                        slot.serviceCode(),
                        slot.startsAt(),
                        Duration.between(slot.startsAt(), slot.endsAt()).toMinutes(),
                        slot.localStart().toLocalDate(),
                        slot.zone(),
                        slot.chairId().value()));
    }

    /** Prepaid money was taken when it was sold, so what is paid with it, and goes back to it, isn't counted again. */
    private void money(OfPayment event, ReceivedEvent received, BigDecimal amount) {
        if (!PREPAID.contains(event.paid().methodCode())) {
            Money net = new Money(amount, event.paid().amount().currency());
            money(event.paid().clientId(), event.paid().clinicId(), net, received);
        }
    }

    private void money(ClientId client, ClinicId clinic, Money net, ReceivedEvent received) {
        facts.add(
                client,
                new MoneyMoved(
                        received.subject(),
                        received.version(),
                        received.time(),
                        clinic,
                        clinics.dayIn(clinic, received.time()),
                        net.currency(),
                        MinorUnits.of(net)));
    }

    private static Money negative(Money it) {
        return new Money(it.amount().negate(), it.currency());
    }

    /** A gift card belongs to no client: what is told of it is kept under an id that only this card has. */
    private static ClientId ownerOf(@Nullable ClientId client, PrepaidId account) {
        return client != null
                ? client
                : new ClientId(ClientId.PREFIX + account.value().substring(PrepaidId.PREFIX.length()));
    }

    /** Tax and tip never were the clinic's takings, so what goes back of them doesn't lessen these. */
    private static BigDecimal net(PaymentRefunded it) {
        return it.amount().amount().subtract(amount(it.tax())).subtract(amount(it.tip()));
    }

    private static BigDecimal amount(@Nullable Money part) {
        return part == null ? BigDecimal.ZERO : part.amount();
    }

    private static BigDecimal net(PaymentCaptured it) {
        return it.paid()
                .amount()
                .amount()
                .subtract(it.paid().tax().amount())
                .subtract(it.paid().tip().amount());
    }
}

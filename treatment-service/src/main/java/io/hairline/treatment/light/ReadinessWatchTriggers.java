package io.hairline.treatment.light;

import static io.hairline.treatment.light.ReadinessWatch.Concern.ANSWERS;
import static io.hairline.treatment.light.ReadinessWatch.Concern.STAFF;
import static io.hairline.treatment.light.ReadinessWatch.Concern.STOCK;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceRevoked;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfTraining;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyLayerPublished;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyPublished;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.ChartHeadsSealed;
import io.hairline.contracts.treatment.TreatmentEvent.EmergencyAccessOpened;
import io.hairline.contracts.treatment.TreatmentEvent.LotDrawn;
import io.hairline.contracts.treatment.TreatmentEvent.LotTransferred;
import io.hairline.contracts.treatment.TreatmentEvent.OfAdverseEventReport;
import io.hairline.contracts.treatment.TreatmentEvent.OfAftercareReply;
import io.hairline.contracts.treatment.TreatmentEvent.OfChartEntry;
import io.hairline.contracts.treatment.TreatmentEvent.OfConsent;
import io.hairline.contracts.treatment.TreatmentEvent.OfConsultation;
import io.hairline.contracts.treatment.TreatmentEvent.OfHealingAssessment;
import io.hairline.contracts.treatment.TreatmentEvent.OfIdentityCheck;
import io.hairline.contracts.treatment.TreatmentEvent.OfLot;
import io.hairline.contracts.treatment.TreatmentEvent.OfPatchTest;
import io.hairline.contracts.treatment.TreatmentEvent.OfPhoto;
import io.hairline.contracts.treatment.TreatmentEvent.OfPlan;
import io.hairline.contracts.treatment.TreatmentEvent.OfQuestionnaire;
import io.hairline.contracts.treatment.TreatmentEvent.OfReadiness;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecallNotice;
import io.hairline.contracts.treatment.TreatmentEvent.OfSelfCheck;
import io.hairline.contracts.treatment.TreatmentEvent.OfSession;
import io.hairline.contracts.treatment.TreatmentEvent.OfSharingPass;
import io.hairline.contracts.treatment.TreatmentEvent.OfStock;
import io.hairline.contracts.treatment.TreatmentEvent.OfTouchUp;
import io.hairline.contracts.treatment.TreatmentEvent.PigmentLotRecallWithdrawn;
import io.hairline.contracts.treatment.TreatmentEvent.PigmentLotRecalled;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.readiness.ReadinessDecisions;
import io.hairline.treatment.referencedata.ReferenceData;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** After which events the lights of a clinic are looked at. */
@Configuration(proxyBeanMethods = false)
class ReadinessWatchTriggers {

    @Bean
    EventConsumer<TreatmentEvent> lightsHearTreatment(ReadinessWatch watch, Lots lots) {
        return consumer(TreatmentEvent.class, event -> {
            switch (event) {
                case LotDrawn it when it.remainingMillilitres().signum() > 0 -> {}
                case LotTransferred it -> watch.look(STOCK, List.of(it.clinicId(), it.receivingClinicId()));
                case OfLot it -> watch.look(STOCK, List.of(it.clinicId()));
                case PigmentLotRecalled it ->
                    watch.look(STOCK, lots.clinicsWith(it.maker(), it.product(), it.lotNumber()));
                case PigmentLotRecallWithdrawn it ->
                    watch.look(STOCK, lots.clinicsWith(it.maker(), it.product(), it.lotNumber()));
                case OfReadiness _, OfAftercareReply _, OfConsultation _, OfQuestionnaire _, OfIdentityCheck _ -> {}
                case OfConsent _, OfPlan _, OfPatchTest _, OfSession _, OfHealingAssessment _, OfSelfCheck _ -> {}
                case OfTouchUp _, OfPhoto _, OfChartEntry _, OfSharingPass _, EmergencyAccessOpened _ -> {}
                case OfStock _, OfRecallNotice _, OfAdverseEventReport _, ChartHeadsSealed _ -> {}
                case TreatmentEvent.ClientDataErased _ -> {}
            }
        });
    }

    @Bean
    EventConsumer<HeadOfficeEvent> lightsHearHeadOffice(ReadinessWatch watch, ReferenceData referenceData) {
        return consumer(HeadOfficeEvent.class, event -> {
            if (event instanceof LicenceGranted it) {
                watch.look(STAFF, watch.clinicsOf(it.practitionerId()));
            } else if (event instanceof LicenceRevoked it) {
                watch.look(STAFF, watch.clinicsOf(it.practitionerId()));
            } else if (event instanceof OfTraining it) {
                watch.look(STAFF, watch.clinicsOf(it.practitionerId()));
            } else if (event instanceof PolicyPublished) {
                watch.look(ANSWERS, referenceData.allClinics());
            } else if (event instanceof PolicyLayerPublished it) {
                watch.look(ANSWERS, clinicsUnder(it, referenceData));
            }
        });
    }

    private static List<ClinicId> clinicsUnder(PolicyLayerPublished it, ReferenceData referenceData) {
        if (it.clinicId() != null) {
            return List.of(it.clinicId());
        }
        return it.regionId() == null ? List.of() : referenceData.clinicsOf(it.regionId());
    }

    @Bean
    EventConsumer<BookingEvent> lightsHearBooking(ReadinessWatch watch, ReadinessDecisions decisions) {
        return consumer(BookingEvent.class, event -> {
            if (event instanceof AppointmentRescheduled it && decisions.forgetPlace(it.appointmentId())) {
                List<ClinicId> here = List.of(it.slot().clinicId());
                watch.look(STOCK, here);
                watch.look(STAFF, here);
            }
        });
    }

    private static <E extends DomainEvent> EventConsumer<E> consumer(Class<E> type, Consumer<E> what) {
        return new EventConsumer<>() {
            @Override
            public Class<E> hears() {
                return type;
            }

            @Override
            public void on(E event, ReceivedEvent received) {
                what.accept(event);
            }
        };
    }
}

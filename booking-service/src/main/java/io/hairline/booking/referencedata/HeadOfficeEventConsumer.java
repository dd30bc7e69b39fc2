package io.hairline.booking.referencedata;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairRemoved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairRenamed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDetailsChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicHoursChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicMovePlanned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReassigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicSetupCorrected;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceRemoved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.DeviceRenamed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceRevoked;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfAlertRule;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfCompliance;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfRoyalty;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfTraining;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OwnerRenamed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OwnerSigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PersonEnrolled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyLayerPublished;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyPublished;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAbsenceWithdrawn;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAssignmentAccepted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAssignmentDeclined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAssignmentEnded;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAssignmentRequested;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAway;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRenamed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerSkillsChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RegionOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RegionRenamed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleWithdrawn;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.contracts.headoffice.Hours;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

@Component
class HeadOfficeEventConsumer implements EventConsumer<HeadOfficeEvent> {

    private final MongoTemplate mongo;
    private final ReferenceData referenceData;

    HeadOfficeEventConsumer(MongoTemplate mongo, ReferenceData referenceData) {
        this.mongo = mongo;
        this.referenceData = referenceData;
    }

    @Override
    public Class<HeadOfficeEvent> hears() {
        return HeadOfficeEvent.class;
    }

    @Override
    public void on(HeadOfficeEvent event, ReceivedEvent received) {
        referenceData.changes(received.subject());
        switch (event) {
            case ClinicOpened it -> mongo.save(Clinic.of(it));
            case ClinicHoursChanged it -> change(it.clinicId(), clinic -> clinic.withHours(it.openingHours()));
            case ClinicDayClosed it -> change(it.clinicId(), clinic -> clinic.closedOn(it.date()));
            case ClinicDayReopened it -> change(it.clinicId(), clinic -> clinic.openOn(it.date()));
            case ClinicClosed it -> change(it.clinicId(), clinic -> clinic.closedFrom(it.from()));
            case ClinicSetupCorrected it -> change(it.clinicId(), clinic -> clinic.corrected(it));
            case ClinicReopened it -> change(it.clinicId(), clinic -> clinic.closedFrom(null));
            case ClinicDetailsChanged it -> change(it.clinicId(), clinic -> clinic.withDetails(it));
            case ClinicReassigned it -> change(it.clinicId(), clinic -> clinic.inRegion(it.regionId()));
            case ChairInstalled it -> change(it.clinicId(), clinic -> clinic.withChair(it.chairId()));
            case ChairRemoved it -> change(it.clinicId(), clinic -> clinic.withoutChair(it.chairId()));
            case DeviceInstalled it -> change(it.clinicId(), clinic -> clinic.withDevice(it.deviceId(), it.kind()));
            case DeviceRemoved it -> change(it.clinicId(), clinic -> clinic.withoutDevice(it.deviceId()));
            case PractitionerJoined it ->
                change(
                        it.practitionerId(),
                        new Update().set("displayName", it.displayName()).set("serviceCodes", it.serviceCodes()));
            case PractitionerSkillsChanged it ->
                change(it.practitionerId(), new Update().set("serviceCodes", it.serviceCodes()));
            case PractitionerRenamed it ->
                change(it.practitionerId(), new Update().set("displayName", it.displayName()));
            case PractitionerRotaSet it -> change(it.practitionerId(), rota(it.clinicId(), it.shifts()));
            case PractitionerAssignmentEnded it -> change(it.practitionerId(), rota(it.clinicId(), List.of()));
            case PractitionerAway it ->
                change(
                        it.practitionerId(),
                        new Update().push("absences", new Practitioner.Absence(it.from(), it.until(), it.clinicIds())));
            case PractitionerAbsenceWithdrawn it -> change(it.practitionerId(), withoutAbsence(it));
            case LicenceGranted it ->
                change(
                        it.practitionerId(),
                        new Update()
                                .set(
                                        "licences." + it.licenceId(),
                                        new Practitioner.Licence(
                                                it.jurisdiction(), it.validFrom(), it.validUntil(), it.guest())));
            case LicenceRevoked it -> change(it.practitionerId(), new Update().unset("licences." + it.licenceId()));
            case ServiceOffered it -> mongo.save(ServiceOffering.of(it));
            case PolicyPublished it -> publish(BookingPolicies.BRAND, it.layer(received.time()), received);
            case PolicyLayerPublished it ->
                publish(Objects.toString(it.clinicId() == null ? it.regionId() : it.clinicId()), it.layer(), received);
            case HeadOfficeEvent.ClientDataErased _,
                    HeadOfficeEvent.ClinicNumbingChanged _,
                    RegionOpened _,
                    RegionRenamed _,
                    OwnerSigned _,
                    OwnerRenamed _,
                    ChairRenamed _,
                    DeviceRenamed _,
                    ClinicMovePlanned _,
                    PractitionerAssignmentRequested _,
                    PractitionerAssignmentAccepted _,
                    PractitionerAssignmentDeclined _,
                    OfTraining _,
                    OfCompliance _,
                    OfAlertRule _,
                    OfRoyalty _,
                    PersonEnrolled _,
                    RoleAssigned _,
                    RoleWithdrawn _ -> {}
        }
    }

    private void publish(String layer, PolicyLayer version, ReceivedEvent received) {
        BookingPolicies kept = mongo.findById(layer, BookingPolicies.class);
        mongo.save((kept == null ? BookingPolicies.none(layer) : kept).with(version, received.time()));
    }

    private static Update rota(ClinicId clinic, List<Hours> shifts) {
        String plan = "rota." + clinic;
        return shifts.isEmpty()
                ? new Update().unset(plan).pull("clinicIds", clinic.value())
                : new Update().set(plan, shifts).addToSet("clinicIds", clinic.value());
    }

    private Update withoutAbsence(PractitionerAbsenceWithdrawn it) {
        Practitioner practitioner = mongo.findById(it.practitionerId(), Practitioner.class);
        List<Practitioner.Absence> before = practitioner == null ? List.of() : practitioner.absences();
        var withdrawn = new Practitioner.Absence(it.from(), it.until(), it.clinicIds());
        LocalDate last = it.keptUntil();
        Stream<Practitioner.Absence> kept =
                last == null ? Stream.empty() : Stream.of(new Practitioner.Absence(it.from(), last, it.clinicIds()));
        return new Update()
                .set(
                        "absences",
                        Stream.concat(before.stream().filter(Predicate.not(withdrawn::equals)), kept)
                                .distinct()
                                .toList());
    }

    private void change(ClinicId id, UnaryOperator<Clinic> how) {
        Clinic clinic = mongo.findById(id, Clinic.class);
        if (clinic == null) {
            throw new IllegalStateException("A clinic's first event is ClinicOpened");
        }
        mongo.save(how.apply(clinic));
    }

    private void change(PractitionerId id, Update how) {
        mongo.upsert(Query.query(Criteria.where("_id").is(id)), how, Practitioner.class);
    }
}

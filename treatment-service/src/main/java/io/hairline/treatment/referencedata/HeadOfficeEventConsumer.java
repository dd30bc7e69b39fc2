package io.hairline.treatment.referencedata;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.TrainingId;
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
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicNumbingChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReassigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicSetupCorrected;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceRevoked;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfAlertRule;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfCompliance;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfOwner;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfPerson;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfPractitionerInClinic;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfRegion;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfRoyalty;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyLayerPublished;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyPublished;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAbsenceWithdrawn;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAway;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRenamed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerSkillsChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingCorrected;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingRecorded;
import io.hairline.contracts.headoffice.HeadOfficeEvent.TrainingWithdrawn;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.treatment.referencedata.policy.PolicyCopies;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

@Component
class HeadOfficeEventConsumer implements EventConsumer<HeadOfficeEvent> {

    private static final String LICENCES = "licences.";
    private static final String TRAININGS = "trainings.";

    private final MongoTemplate mongo;
    private final PolicyCopies policies;

    HeadOfficeEventConsumer(MongoTemplate mongo, PolicyCopies policies) {
        this.mongo = mongo;
        this.policies = policies;
    }

    @Override
    public Class<HeadOfficeEvent> hears() {
        return HeadOfficeEvent.class;
    }

    @Override
    public void on(HeadOfficeEvent event, ReceivedEvent received) {
        switch (event) {
            case ClinicOpened it ->
                mongo.save(new Clinic(
                        it.clinicId(), it.name(), it.regionId(), it.jurisdiction(), it.zone(), it.currency(), null));
            case ClinicDetailsChanged it -> change(it.clinicId(), Update.update("name", it.name()));
            case ClinicNumbingChanged it -> change(it.clinicId(), Update.update("numbing", it.offered()));
            case ClinicSetupCorrected it ->
                change(it.clinicId(), Update.update("zone", it.zone()).set("currency", it.currency()));
            case ClinicReassigned it -> change(it.clinicId(), Update.update("regionId", it.regionId()));
            case PractitionerRenamed it -> change(it.practitionerId(), Update.update("displayName", it.displayName()));
            case PractitionerJoined it -> change(it.practitionerId(), Update.update("displayName", it.displayName()));
            case LicenceGranted it ->
                change(
                        it.practitionerId(),
                        Update.update(
                                LICENCES + it.licenceId(),
                                new Practitioner.Licence(it.jurisdiction(), it.validFrom(), it.validUntil())));
            case LicenceRevoked it -> change(it.practitionerId(), new Update().unset(LICENCES + it.licenceId()));
            case TrainingRecorded it ->
                train(
                        it.practitionerId(),
                        it.trainingId(),
                        new Practitioner.Training(it.kind(), it.jurisdiction(), it.issuedOn(), it.validUntil()));
            case TrainingCorrected it ->
                train(
                        it.practitionerId(),
                        it.trainingId(),
                        new Practitioner.Training(it.kind(), it.jurisdiction(), it.issuedOn(), it.validUntil()));
            case TrainingWithdrawn it -> change(it.practitionerId(), new Update().unset(TRAININGS + it.trainingId()));
            case PolicyPublished it ->
                policies.publish(null, null, it.layer(received.time()), received.version(), received.time());
            case PolicyLayerPublished it ->
                policies.publish(it.regionId(), it.clinicId(), it.layer(), received.version(), received.time());
            case ServiceOffered it -> mongo.save(new ServiceOffering(it.code(), it.listPrice(), it.prices()));
            case HeadOfficeEvent.ClientDataErased _,
                    ClinicHoursChanged _,
                    ClinicDayClosed _,
                    ClinicDayReopened _,
                    ClinicMovePlanned _,
                    ClinicClosed _,
                    ClinicReopened _,
                    ChairInstalled _,
                    ChairRenamed _,
                    ChairRemoved _,
                    HeadOfficeEvent.DeviceInstalled _,
                    HeadOfficeEvent.DeviceRenamed _,
                    HeadOfficeEvent.DeviceRemoved _,
                    OfRegion _,
                    OfCompliance _,
                    OfAlertRule _,
                    OfRoyalty _,
                    OfOwner _,
                    PractitionerSkillsChanged _,
                    PractitionerAway _,
                    PractitionerAbsenceWithdrawn _,
                    OfPractitionerInClinic _,
                    OfPerson _ -> {}
        }
    }

    private void train(PractitionerId id, TrainingId trainingId, Practitioner.Training training) {
        change(id, Update.update(TRAININGS + trainingId, training));
    }

    private void change(ClinicId id, Update how) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), how, Clinic.class);
    }

    private void change(PractitionerId id, Update how) {
        mongo.upsert(Query.query(Criteria.where("_id").is(id)), how, Practitioner.class);
    }
}

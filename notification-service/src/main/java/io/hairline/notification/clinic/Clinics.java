package io.hairline.notification.clinic;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDetailsChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicSetupCorrected;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The copy of head office's clinics. */
@Component
public class Clinics implements EventConsumer<HeadOfficeEvent> {

    private final MongoTemplate mongo;

    Clinics(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<Clinic> find(ClinicId id) {
        return Optional.ofNullable(mongo.findById(id, Clinic.class));
    }

    @Override
    public Class<HeadOfficeEvent> hears() {
        return HeadOfficeEvent.class;
    }

    @Override
    public void on(HeadOfficeEvent event, ReceivedEvent received) {
        if (event instanceof ClinicOpened it) {
            mongo.save(new Clinic(it.clinicId(), it.name(), it.zone()));
        } else if (event instanceof ClinicDetailsChanged it) {
            mongo.updateFirst(
                    Query.query(Criteria.where("_id").is(it.clinicId())),
                    Update.update("name", it.name()),
                    Clinic.class);
        } else if (event instanceof ClinicSetupCorrected it) {
            mongo.updateFirst(
                    Query.query(Criteria.where("_id").is(it.clinicId())),
                    Update.update("zone", it.zone()),
                    Clinic.class);
        }
    }
}

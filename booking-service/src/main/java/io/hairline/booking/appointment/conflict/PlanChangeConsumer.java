package io.hairline.booking.appointment.conflict;

import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceGranted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.LicenceRevoked;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfAlertRule;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfClinic;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfCompliance;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfLicence;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfOwner;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfPerson;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfPolicy;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfPractitioner;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfRegion;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfRoyalty;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfService;
import io.hairline.contracts.headoffice.HeadOfficeEvent.OfTraining;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Whatever changes the plans of a clinic or a practitioner may leave appointments that don't fit, or make some fit again. */
@Component
class PlanChangeConsumer implements EventConsumer<HeadOfficeEvent> {

    private final ConflictSearch search;

    PlanChangeConsumer(ConflictSearch search) {
        this.search = search;
    }

    @Override
    public Class<HeadOfficeEvent> hears() {
        return HeadOfficeEvent.class;
    }

    @Override
    public void on(HeadOfficeEvent event, ReceivedEvent received) {
        switch (event) {
            case ClinicOpened _, PractitionerJoined _ -> {}
            case OfClinic it -> search.ofClinic(it.clinicId());
            case OfPractitioner it -> search.ofPractitioner(it.practitionerId());
            case LicenceGranted it -> search.ofPractitioner(it.practitionerId());
            case LicenceRevoked it -> search.ofPractitioner(it.practitionerId());
            case HeadOfficeEvent.ClientDataErased _,
                    OfLicence _,
                    OfRegion _,
                    OfOwner _,
                    OfTraining _,
                    OfService _,
                    OfPolicy _,
                    OfCompliance _,
                    OfAlertRule _,
                    OfRoyalty _,
                    OfPerson _ -> {}
        }
    }
}

package io.hairline.identity.account;

import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PersonEnrolled;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

@Component
class HeadOfficeEventConsumer implements EventConsumer<HeadOfficeEvent> {

    private final Accounts accounts;

    HeadOfficeEventConsumer(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Class<HeadOfficeEvent> hears() {
        return HeadOfficeEvent.class;
    }

    @Override
    public void on(HeadOfficeEvent event, ReceivedEvent received) {
        if (event instanceof PersonEnrolled it) {
            accounts.enrol(it.personId().value(), it.login());
        }
    }
}

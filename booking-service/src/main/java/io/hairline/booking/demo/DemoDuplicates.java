package io.hairline.booking.demo;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientRegistration;
import io.hairline.booking.client.ClientRegistration.Newcomer;
import io.hairline.contracts.demo.DemoIds;
import java.util.List;
import org.springframework.stereotype.Component;

/** Two clients of Berlin who were registered twice, for the page that compares and merges records. */
@Component
class DemoDuplicates implements DemoPart {

    private static final List<Integer> REGISTERED_TWICE = List.of(32, 40);

    private final ClientRegistration registration;

    DemoDuplicates(ClientRegistration registration) {
        this.registration = registration;
    }

    @Override
    public void fill(String madeBy) {
        var _ = registration.registerAll(
                REGISTERED_TWICE.stream().map(DemoDuplicates::again).toList(), madeBy);
    }

    private static Newcomer again(int number) {
        Client.Particulars it = DemoClients.particulars(number);
        return new Newcomer(
                new Client.Particulars(
                        it.givenName(),
                        it.familyName(),
                        it.dateOfBirth(),
                        "again-" + it.email(),
                        it.phone(),
                        it.language(),
                        it.zone()),
                DemoClients.homeClinic(number),
                List.of(DemoIds.client(number)));
    }
}

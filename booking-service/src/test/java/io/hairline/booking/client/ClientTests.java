package io.hairline.booking.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.booking.client.search.SearchKeys;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ErasureId;
import io.hairline.contracts.booking.BookingEvent.ClientContactChanged;
import io.hairline.contracts.booking.BookingEvent.ClientEmailConfirmed;
import io.hairline.contracts.booking.BookingEvent.EmailConfirmationRequested;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.util.List;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** An e-mail address is confirmed for as long as it stays the same. */
class ClientTests {

    private static final Binary SOMEBODY = new Binary(new byte[] {1});

    private final ClientId id = new ClientId(Ids.next(ClientId.PREFIX));
    private final ClinicId home = new ClinicId(Ids.next(ClinicId.PREFIX));
    private final Client registered = Client.register(id, SOMEBODY, keys("an address"), home, "gst_1", List.of())
            .next();

    private static SearchKeys keys(String email) {
        return new SearchKeys("a phone", email, "a name", List.of());
    }

    private Client corrected(Client it, String email) {
        return it.correct(SOMEBODY, keys(email), home, false).next();
    }

    @Test
    void confirmsAnAddressOnceAndSaysSinceWhenItHolds() {
        Client later = corrected(registered, "an address");

        Change<Client> confirmed = later.confirmEmail(1);

        assertThat(confirmed.event()).isEqualTo(new ClientEmailConfirmed(id, home, 1));
        assertThat(confirmed.next().email()).isEqualTo(new Client.Email(1, true, false));
        assertThat(confirmed.next().version()).isEqualTo(3);
        assertThat(confirmed.next().confirmEmail(1).event()).isNull();
    }

    @Test
    void takesTheConfirmationAwayWithTheAddressAlone() {
        Client confirmed = registered.confirmEmail(1).next();

        assertThat(corrected(confirmed, "an address").email().confirmed()).isTrue();
        Change<Client> moved = confirmed.correct(SOMEBODY, keys("another"), home, false);
        assertThat(moved.next().email()).isEqualTo(new Client.Email(3, false, false));
        assertThat(moved.event()).isEqualTo(new ClientContactChanged(id, 3, home, true));
    }

    @Test
    void keepsTheConfirmationThroughAMergeAndItsUndoing() {
        ClientId survivor = new ClientId(Ids.next(ClientId.PREFIX));
        Client merged = registered.confirmEmail(1).next().mergeInto(survivor).next();

        assertThat(merged.email()).isEqualTo(new Client.Email(1, true, false));
        assertThat(merged.unmerge(survivor).next().email()).isEqualTo(new Client.Email(1, true, false));
    }

    @Test
    void doesNothingForAnEarlierAddressOrAnErasedClient() {
        Client moved = corrected(registered, "another");

        assertThat(moved.confirmEmail(1).event()).isNull();
        assertThat(moved.confirmEmail(2).next().email().confirmed()).isTrue();
        Client erased =
                registered.erase(new ErasureId(Ids.next(ErasureId.PREFIX))).next();
        assertThat(erased.confirmEmail(2).event()).isNull();
    }

    @Test
    void asksForALetterUntilTheAddressIsConfirmed() {
        Change<Client> requested = registered.requestEmailConfirmation();

        assertThat(requested.event()).isEqualTo(new EmailConfirmationRequested(id, home, 1));
        Client confirmed = requested.next().confirmEmail(1).next();
        assertThatThrownBy(confirmed::requestEmailConfirmation)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.slug()).isEqualTo("email-already-confirmed"));
    }

    @Test
    void knowsThatAClinicGaveAnotherAddress() {
        Client moved = registered.correct(SOMEBODY, keys("another"), home, true).next();

        assertThat(moved.email()).isEqualTo(new Client.Email(2, false, true));
        assertThat(moved.correct(SOMEBODY, keys("another"), home, false)
                        .next()
                        .email()
                        .setByStaff())
                .isTrue();
        assertThat(moved.correct(SOMEBODY, keys("a third"), home, false)
                        .next()
                        .email()
                        .setByStaff())
                .isFalse();
    }
}

package io.hairline.identity;

import static io.hairline.identity.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Another address of a client: the former one is told, and a stranger who got in by a clinic's typing error is put out. */
class ReplacedAddressIT {

    private static final String CHOSEN = "four plain words together";
    private static final String STRANGERS = "some quite different sentence";

    private final String own = PasswordPages.address();
    private final String another = PasswordPages.address();

    @Test
    void isToldToTheFormerOneAndLeavesTheClientsPassword() throws Exception {
        String client = Clients.register(own);
        setPassword("198.51.100.101", own, CHOSEN);

        Clients.change(client, 2, another, null);

        assertThat(PasswordPages.bodyFor(own)).contains("Another e-mail address of yours is noted");
        assertThat(logsIn(another, CHOSEN)).isTrue();
    }

    @Test
    void givenByAClinicEndsThePasswordAndEverySession() throws Exception {
        String client = Clients.register(own);
        setPassword("198.51.100.102", own, CHOSEN);
        Clients.correctByStaff(client, 2, another);
        assertThat(logsIn(client, CHOSEN)).isFalse();
        setPassword("198.51.100.102", another, STRANGERS);
        Browser stranger = new Browser();
        String code = stranger.code(World.FIRST, client, STRANGERS);
        String refresh = json(stranger.exchange(World.FIRST, code).body())
                .path("refresh_token")
                .asString();

        Clients.correctByStaff(client, 3, own);

        assertThat(stranger.refresh(World.FIRST, refresh).statusCode()).isEqualTo(400);
        assertThat(logsIn(client, STRANGERS)).isFalse();
        assertThat(logsIn(own, STRANGERS)).isFalse();
        setPassword("198.51.100.102", own, CHOSEN);
        assertThat(logsIn(own, CHOSEN)).isTrue();
    }

    @Test
    void isToldToNobodyWhereThereIsNoPassword() throws Exception {
        String client = Clients.register(own);
        Clients.correctByStaff(client, 2, another);

        setPassword("198.51.100.104", another, CHOSEN);

        assertThat(PasswordPages.mailTo(own)).isNull();
    }

    private static void setPassword(String from, String address, String password) throws Exception {
        Browser browser = new Browser(from);
        PasswordPages.ask(browser, address);
        assertThat(Browser.location(PasswordPages.set(browser, PasswordPages.codeFor(address), password)))
                .hasQuery("changed");
        World.MAIL.purgeEmailFromAllMailboxes();
    }

    private static boolean logsIn(String login, String password) throws Exception {
        return !Browser.location(new Browser().logIn(World.FIRST, login, password))
                .toString()
                .contains("error");
    }
}

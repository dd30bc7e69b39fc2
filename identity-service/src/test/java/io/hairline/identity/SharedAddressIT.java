package io.hairline.identity;

import static io.hairline.identity.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** An address that several clients have opens one account alone, whatever the others do to get it. */
class SharedAddressIT {

    private static final String CHOSEN = "four plain words together";
    private static final String ANOTHER = "some quite different sentence";

    private final Instance identity = World.FIRST;
    private final String shared = PasswordPages.address();

    @Test
    void letsNobodyTakeALogInAwayByRegisteringWithItsAddress() throws Exception {
        String client = Clients.register(shared);
        setPassword("198.51.100.80", shared, CHOSEN);

        Clients.register(shared);

        assertThat(whoLogsIn(shared, CHOSEN)).isEqualTo(client);
        setPassword("198.51.100.80", shared, ANOTHER);
        assertThat(whoLogsIn(shared, ANOTHER)).isEqualTo(client);
    }

    @Test
    void letsNobodyTakeALogInAwayByMovingToItsAddress() throws Exception {
        String own = PasswordPages.address();
        String mover = Clients.register(own);
        setPassword("198.51.100.81", own, ANOTHER);
        String client = Clients.register(shared);
        setPassword("198.51.100.81", shared, CHOSEN);

        Clients.change(mover, 2, shared, null);

        assertThat(whoLogsIn(shared, CHOSEN)).isEqualTo(client);
        assertThat(isRefused(shared, ANOTHER)).isTrue();
        assertThat(whoLogsIn(mover, ANOTHER)).isEqualTo(mover);
    }

    @Test
    void givesTheFirstPasswordToWhoHasTheAddressLongestAndSaysSo() throws Exception {
        String own = PasswordPages.address();
        String mover = Clients.register(own);
        setPassword("198.51.100.82", own, ANOTHER);
        String client = Clients.register(shared);
        Clients.register(shared);
        Clients.change(mover, 2, shared, null);

        setPassword("198.51.100.82", shared, CHOSEN);

        assertThat(whoLogsIn(shared, CHOSEN)).isEqualTo(client);
        assertThat(PasswordPages.bodyFor(shared)).contains("registered more than once");
    }

    @Test
    void prefersWhoSetAPasswordThroughTheAddressFirst() throws Exception {
        String earlier = Clients.register(shared);
        String later = Clients.register(shared);

        setPassword("198.51.100.83", later, CHOSEN);
        setPassword("198.51.100.83", earlier, ANOTHER);

        assertThat(whoLogsIn(shared, CHOSEN)).isEqualTo(later);
        assertThat(whoLogsIn(earlier, ANOTHER)).isEqualTo(earlier);
    }

    @Test
    void keepsTheAddressWithWhoHasItWhenSomethingElseChanges() throws Exception {
        String client = Clients.register(shared);
        setPassword("198.51.100.84", shared, CHOSEN);
        Clients.register(shared);

        Clients.change(client, 2, shared, null);

        assertThat(whoLogsIn(shared, CHOSEN)).isEqualTo(client);
    }

    @Test
    void freesAnAddressForTheNextWhenItsOwnerMovesAway() throws Exception {
        String own = PasswordPages.address();
        String client = Clients.register(shared);
        setPassword("198.51.100.85", shared, CHOSEN);
        String next = Clients.register(shared);

        Clients.change(client, 2, own, null);
        setPassword("198.51.100.85", shared, ANOTHER);

        assertThat(whoLogsIn(own, CHOSEN)).isEqualTo(client);
        assertThat(whoLogsIn(shared, ANOTHER)).isEqualTo(next);
    }

    @Test
    void takesNoCodeThatWasMailedToAFormerAddress() throws Exception {
        String own = PasswordPages.address();
        String client = Clients.register(own);
        Browser browser = new Browser("198.51.100.86");
        PasswordPages.ask(browser, own);
        String code = PasswordPages.codeFor(own);

        Clients.change(client, 2, shared, null);

        assertThat(PasswordPages.set(browser, code, CHOSEN).body()).contains("This code is wrong");
        assertThat(isRefused(shared, CHOSEN)).isTrue();
    }

    @Test
    void opensTheSurvivorsAccountWhenTheAddressWasAMergedRecords() throws Exception {
        String merged = Clients.register(shared);
        Clients.register(shared);
        String survivor = Clients.register(shared);
        Clients.change(merged, 2, shared, survivor);

        setPassword("198.51.100.87", shared, CHOSEN);

        assertThat(whoLogsIn(shared, CHOSEN)).isEqualTo(survivor);
    }

    @Test
    void keepsTheLogInOfAMergedRecordWhoseSurvivorHasNoPassword() throws Exception {
        String merged = Clients.register(shared);
        setPassword("198.51.100.88", shared, CHOSEN);
        String survivor = Clients.register(shared);

        Clients.change(merged, 2, shared, survivor);

        assertThat(whoLogsIn(shared, CHOSEN)).isEqualTo(merged);
        setPassword("198.51.100.88", survivor, ANOTHER);
        assertThat(whoLogsIn(shared, ANOTHER)).isEqualTo(survivor);
        Clients.change(merged, 3, shared, null);
        assertThat(whoLogsIn(shared, CHOSEN)).isEqualTo(merged);
    }

    @Test
    void letsAMergedRecordStandInNobodysWay() throws Exception {
        String survivor = Clients.register(PasswordPages.address());
        String merged = Clients.register(shared);
        Clients.change(merged, 2, shared, survivor);
        String client = Clients.register(shared);

        setPassword("198.51.100.89", shared, CHOSEN);

        assertThat(whoLogsIn(shared, CHOSEN)).isEqualTo(client);
    }

    /** By a code that is mailed to the address that the login has. */
    private void setPassword(String from, String login, String password) throws Exception {
        World.MAIL.purgeEmailFromAllMailboxes();
        Browser browser = new Browser(from);
        PasswordPages.ask(browser, login);
        String code = PasswordPages.codeFor(login.contains("@") ? login : shared);
        HttpResponse<String> answer = PasswordPages.set(browser, code, password);
        assertThat(Browser.location(answer)).hasQuery("changed");
    }

    private String whoLogsIn(String login, String password) throws Exception {
        Browser browser = new Browser();
        String token = json(browser.exchange(identity, browser.code(identity, login, password))
                        .body())
                .path("access_token")
                .asString();
        return String.valueOf(World.read(identity, token).getSubject());
    }

    private boolean isRefused(String login, String password) throws Exception {
        return Browser.location(new Browser().logIn(identity, login, password))
                .toString()
                .contains("error");
    }
}

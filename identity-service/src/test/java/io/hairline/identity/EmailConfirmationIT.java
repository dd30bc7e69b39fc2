package io.hairline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A password that was set with a mailed code shows that the address is the client's, and the franchise is told once. */
class EmailConfirmationIT {

    private static final String CHOSEN = "four plain words together";

    @Test
    void tellsOnceThatACodeCameBackFromAnAddress() throws Exception {
        String address = PasswordPages.address();
        String client = Clients.register(address);
        assertThat(told(client)).isEmpty();

        setPassword("198.51.100.95", address);
        setPassword("198.51.100.95", address);

        assertThat(told(client))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("\"contactVersion\":1").doesNotContain(address));
    }

    @Test
    void tellsAgainOfAnotherAddressWithItsVersion() throws Exception {
        String address = PasswordPages.address();
        String client = Clients.register(address);
        setPassword("198.51.100.96", address);
        String another = PasswordPages.address();
        Clients.change(client, 2, another, null);

        setPassword("198.51.100.96", another);

        assertThat(told(client)).hasSize(2).last().asString().contains("\"contactVersion\":2");
    }

    private static void setPassword(String from, String address) throws Exception {
        World.MAIL.purgeEmailFromAllMailboxes();
        Browser browser = new Browser(from);
        PasswordPages.ask(browser, address);
        assertThat(Browser.location(PasswordPages.set(browser, PasswordPages.codeFor(address), CHOSEN)))
                .hasQuery("changed");
    }

    private static List<String> told(String client) {
        return World.DATABASE
                .getCollection("events")
                .find(Filters.and(
                        Filters.eq("type", "identity.EmailConfirmed.v1"), Filters.regex("data", "\"" + client + "\"")))
                .sort(new Document("_id", 1))
                .map(it -> it.getString("data"))
                .into(new ArrayList<>());
    }
}

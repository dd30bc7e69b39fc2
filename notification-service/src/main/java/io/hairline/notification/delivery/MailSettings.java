package io.hairline.notification.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server and how patient we are with it.
 *
 * @param username empty for none
 * @param from the sender as it stands in every message
 * @param requireTls refuse a server that can't encrypt; without it TLS is used where it is offered
 * @param patience for each answer of the server
 * @param atOnce how many messages are handed over side by side
 * @param abandonedAfter longer than any handing-over takes: then its instance is gone
 */
@ConfigurationProperties("hairline.mail")
record MailSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("2525") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,

        @DefaultValue("Hairline <no-reply@hairline.example>")
        String from,

        @DefaultValue("false") boolean requireTls,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("16") int atOnce,
        @DefaultValue("3m") Duration abandonedAfter) {

    boolean logsIn() {
        return !username.isEmpty();
    }
}

package io.hairline.notification;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.hairline.contracts.booking.ClientContact;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** What really arrived. */
public final class Mailbox {

    private Mailbox() {}

    public static List<MimeMessage> of(ClientContact client) {
        return Arrays.stream(NotificationServers.MAIL.getReceivedMessages())
                .filter(it -> to(it).contains(client.email()))
                .toList();
    }

    public static List<String> subjects(ClientContact client) {
        return of(client).stream().map(Mailbox::subject).toList();
    }

    private static String to(MimeMessage it) {
        try {
            return GreenMailUtil.getAddressList(it.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String subject(MimeMessage it) {
        try {
            return it.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

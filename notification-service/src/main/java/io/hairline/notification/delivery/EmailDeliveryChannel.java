package io.hairline.notification.delivery;

import io.hairline.kit.EmailAddress;
import io.hairline.notification.contact.Contact;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.rendering.RenderedMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.OptionalInt;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * E-mail by SMTP. Only what was lost after its last byte has an unknown outcome; everything else is known. A name before
 * the @ that isn't ASCII goes only to a server with SMTPUTF8, because the library would cut each letter to one byte, and
 * so write another person's address.
 */
@Component
class EmailDeliveryChannel implements DeliveryChannel {

    private static final Logger log = LoggerFactory.getLogger(EmailDeliveryChannel.class);
    private static final int PERMANENT = 500;
    private static final String SMTP_UTF8 = "SMTPUTF8";

    private final MailSettings settings;
    private final Session ascii;
    private final Session utf8;
    private final InternetAddress from;

    EmailDeliveryChannel(MailSettings settings) throws AddressException {
        this.settings = settings;
        this.ascii = Session.getInstance(properties(settings));
        Properties withUtf8 = properties(settings);
        withUtf8.put("mail.mime.allowutf8", "true");
        this.utf8 = Session.getInstance(withUtf8);
        this.from = new InternetAddress(settings.from(), true);
    }

    private static Properties properties(MailSettings settings) {
        String patience = String.valueOf(settings.patience().toMillis());
        Properties smtp = new Properties();
        smtp.put("mail.smtp.connectiontimeout", patience);
        smtp.put("mail.smtp.timeout", patience);
        smtp.put("mail.smtp.writetimeout", patience);
        smtp.put("mail.smtp.quitwait", "false");
        smtp.put("mail.smtp.localhost", "hairline");
        smtp.put("mail.smtp.starttls.enable", "true");
        smtp.put("mail.smtp.starttls.required", String.valueOf(settings.requireTls()));
        smtp.put("mail.smtp.ssl.checkserveridentity", "true");
        smtp.put("mail.smtp.auth", String.valueOf(settings.logsIn()));
        return smtp;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Outcome send(Message message, Contact contact, RenderedMessage letter) {
        EmailAddress to;
        EmailMessage mail;
        try {
            to = EmailAddress.parse(contact.details().email());
            mail = new EmailMessage(to.needsSmtpUtf8() ? utf8 : ascii, messageId(message), from, to, letter);
        } catch (MessagingException | IllegalArgumentException e) {
            return new Outcome.Refused("ADDRESS_INVALID");
        }
        try {
            return handOver(mail, to);
        } catch (MessagingException | RuntimeException e) {
            Outcome outcome = outcome(e, mail);
            log.info("mail not accepted message={} outcome={}", message.id(), outcome);
            return outcome;
        }
    }

    private String messageId(Message message) {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        return "<" + message.id() + "@" + domain + ">";
    }

    private Outcome handOver(EmailMessage mail, EmailAddress to) throws MessagingException {
        SMTPTransport transport = (SMTPTransport) (to.needsSmtpUtf8() ? utf8 : ascii).getTransport("smtp");
        try {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.logsIn() ? settings.username() : null,
                    settings.logsIn() ? settings.password() : null);
            if (to.needsSmtpUtf8() && !transport.supportsExtension(SMTP_UTF8)) {
                return new Outcome.Refused("ADDRESS_NEEDS_SMTPUTF8");
            }
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Outcome.Accepted();
        } finally {
            hangUp(transport);
        }
    }

    /** What was accepted stays accepted, even if the goodbye fails. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("mail server didn't say goodbye", e);
        }
    }

    private static Outcome outcome(Exception thrown, EmailMessage mail) {
        OptionalInt code = code(thrown);
        if (code.isPresent()) {
            String reason = "SMTP_" + code.getAsInt();
            return code.getAsInt() >= PERMANENT ? new Outcome.Refused(reason) : new Outcome.NotNow(reason);
        }
        if (mail.isHandedOver()) {
            return new Outcome.Unknown("CONNECTION_LOST");
        }
        return thrown instanceof MessagingException
                ? new Outcome.NotNow("SERVER_AWAY")
                : new Outcome.Refused("NOT_SENDABLE");
    }

    /** The server's own word about this message or this address; absent if the connection failed instead. */
    private static OptionalInt code(Throwable thrown) {
        int code = switch (thrown) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> 0;
        };
        if (thrown instanceof SendFailedException failed && failed.getNextException() != null) {
            OptionalInt inner = code(failed.getNextException());
            if (inner.isPresent()) {
                return inner;
            }
        }
        return code >= 400 ? OptionalInt.of(code) : OptionalInt.empty();
    }
}

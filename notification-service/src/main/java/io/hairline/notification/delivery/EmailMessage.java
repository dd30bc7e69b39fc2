package io.hairline.notification.delivery;

import io.hairline.kit.EmailAddress;
import io.hairline.notification.rendering.RenderedMessage;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A letter as an e-mail that knows whether it has been handed over to its last byte. */
final class EmailMessage extends MimeMessage {

    private final String messageId;
    private volatile boolean handedOver;

    EmailMessage(Session session, String messageId, InternetAddress from, EmailAddress to, RenderedMessage letter)
            throws MessagingException {
        super(session);
        this.messageId = messageId;
        setFrom(from);
        setRecipient(RecipientType.TO, recipient(to));
        setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(letter.text(), "plain"));
        both.addBodyPart(part(letter.html(), "html"));
        setContent(both);
        saveChanges();
    }

    private static InternetAddress recipient(EmailAddress to) {
        InternetAddress recipient = new InternetAddress();
        recipient.setAddress(to.forEnvelope());
        return recipient;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), kind);
        return part;
    }

    /** The same for the same message of the ledger, so that a mailbox can tell a repeat. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignoreList) throws IOException, MessagingException {
        super.writeTo(out, ignoreList);
        handedOver = true;
    }

    /** Until then the server can't have taken it, whatever happens. */
    boolean isHandedOver() {
        return handedOver;
    }
}

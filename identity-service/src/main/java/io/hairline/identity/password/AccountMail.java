package io.hairline.identity.password;

import io.hairline.identity.account.Accounts.AddressReplaced;
import io.hairline.kit.EmailAddress;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Mails a code, and tells a former address that it is one. Identity does it itself: a secret never travels on Kafka, and nobody
 * else remembers the former address. It is sent in the background: the page answers as fast for an address that nobody has. A mail
 * that can't be sent isn't tried again; who wants a code asks anew.
 */
@Component
class AccountMail {

    private static final Logger log = LoggerFactory.getLogger(AccountMail.class);

    private final JavaMailSender sender;
    private final MessageSource words;
    private final String from;

    AccountMail(
            JavaMailSender sender,
            MessageSource words,
            @Value("${hairline.mail.from:Hairline <no-reply@hairline.example>}") String from) {
        this.sender = sender;
        this.words = words;
        this.from = from;
    }

    /** @param shared whether other accounts have the address as well: the mail says which one the code is for */
    void send(EmailAddress to, String code, boolean shared, Locale language) {
        String which = shared ? words.getMessage("mail.shared", null, language) : "";
        write(
                to,
                words.getMessage("mail.subject", null, language),
                words.getMessage("mail.text", new Object[] {code, PasswordCodes.VALID.toMinutes(), which}, language));
    }

    /** Who takes an account over by another address can't keep that from its owner. */
    @EventListener
    void tellFormerAddress(AddressReplaced it) {
        write(
                it.before(),
                words.getMessage("mail.replaced.subject", null, it.language()),
                words.getMessage("mail.replaced.text", null, it.language()));
    }

    private void write(EmailAddress to, String subject, String text) {
        if (to.needsSmtpUtf8()) {
            log.warn("account mail not sent reason=ADDRESS_NEEDS_SMTPUTF8");
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                MimeMessageHelper mail =
                        new MimeMessageHelper(sender.createMimeMessage(), StandardCharsets.UTF_8.name());
                mail.setFrom(from);
                mail.setTo(to.forEnvelope());
                mail.setSubject(subject);
                mail.setText(text);
                mail.getMimeMessage().setHeader("Auto-Submitted", "auto-generated");
                sender.send(mail.getMimeMessage());
            } catch (MessagingException | MailException e) {
                log.warn("account mail not sent reason={}", e.getClass().getSimpleName());
            }
        });
    }
}

package io.hairline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two pages on which a password is set, at the first instance, and the mail between them. */
final class PasswordPages {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

    private PasswordPages() {}

    static HttpResponse<String> ask(Browser browser, String login) throws IOException, InterruptedException {
        String page = browser.get(World.FIRST.at("/login/password")).body();
        return browser.post(World.FIRST.at("/login/password"), Map.of("login", login, "_csrf", csrf(page)));
    }

    static HttpResponse<String> set(Browser browser, String code, String password)
            throws IOException, InterruptedException {
        String page = browser.get(World.FIRST.at("/login/password/code")).body();
        return browser.post(
                World.FIRST.at("/login/password/code"),
                Map.of("code", code, "password", password, "_csrf", csrf(page)));
    }

    /** The code that was mailed to the address, whatever else was. */
    static String codeFor(String email) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> codes(email).findFirst().orElse(""), it -> !it.isEmpty());
    }

    private static Stream<String> codes(String email) {
        return Arrays.stream(World.MAIL.getReceivedMessages())
                .filter(it -> recipients(it).contains(email))
                .flatMap(it -> CODE.matcher(GreenMailUtil.getBody(it)).results())
                .map(MatchResult::group);
    }

    /** What the first mail to the address says, once it is there. */
    static String bodyFor(String email) {
        await().atMost(Duration.ofSeconds(10)).until(() -> mailTo(email) != null);
        return GreenMailUtil.getBody(Objects.requireNonNull(mailTo(email)));
    }

    static @Nullable MimeMessage mailTo(String email) {
        return Arrays.stream(World.MAIL.getReceivedMessages())
                .filter(it -> recipients(it).contains(email))
                .findFirst()
                .orElse(null);
    }

    /** One that nobody has. */
    static String address() {
        return "person-" + Long.toString(System.nanoTime(), 36) + "@example.org";
    }

    private static String csrf(String page) {
        Matcher found = CSRF.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static String recipients(MimeMessage message) {
        return GreenMailUtil.getAddressList(recipientsOf(message));
    }

    private static Address[] recipientsOf(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

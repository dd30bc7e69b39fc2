package io.hairline.notification;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.hairline.kit.testing.RealServers;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Real servers for one instance: MongoDB, Kafka, and a mail server of this JVM's own. */
public final class NotificationServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final GreenMail MAIL = mail();

    public static final FaultyMail FAULTS = FaultyMail.before(MAIL.getSmtp().getPort());

    private static GreenMail mail() {
        ServerSetup smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        GreenMail mail = new GreenMail(smtp);
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        return mail;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new RealServers().initialize(context);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "notificationServers",
                        Map.of(
                                "hairline.mail.port",
                                FAULTS.port(),
                                "hairline.mail.patience",
                                "2s",
                                "hairline.mail.abandoned-after",
                                "6s")));
    }
}

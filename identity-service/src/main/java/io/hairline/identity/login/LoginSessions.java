package io.hairline.identity.login;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mongodb.spring.session.JacksonMongoSessionConverter;
import org.mongodb.spring.session.MongoIndexedSessionRepository;
import org.mongodb.spring.session.MongoSession;
import org.mongodb.spring.session.config.annotation.web.http.EnableMongoHttpSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Log-in sessions that every instance knows: one may show the page and another take the password. */
@Configuration(proxyBeanMethods = false)
@EnableMongoHttpSession(maxInactiveIntervalInSeconds = 1800, collectionName = LoginSessions.COLLECTION)
class LoginSessions {

    static final String COLLECTION = "login_sessions";

    /** The library's own index would be made while beans are, when MongoDB may not be there yet. */
    @Bean
    JacksonMongoSessionConverter mongoSessionConverter() {
        return new JacksonMongoSessionConverter() {
            @Override
            protected void ensureIndexes(IndexOperations sessions) {}
        };
    }

    @Bean
    Indexes loginSessionIndexes() {
        return database -> database.getCollection(COLLECTION)
                .createIndexes(List.of(
                        new IndexModel(
                                ascending("expireAt"),
                                new IndexOptions().name("expireAt").expireAfter(0L, TimeUnit.SECONDS)),
                        new IndexModel(ascending("principal"))));
    }

    @Bean
    SessionRegistry sessionRegistry(MongoIndexedSessionRepository sessions) {
        return new SpringSessionBackedSessionRegistry<MongoSession>(sessions);
    }

    /** Read by no script and sent by no other site's form; over https only where we are reached by https. */
    @Bean
    CookieSerializer cookieSerializer() {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setCookieName("hairline_login");
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        return cookies;
    }
}

package io.hairline.portal.sessionstore;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.hairline.portal.PublicAddress;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Keeps sessions in MongoDB where the portal is told of one; else Tomcat keeps those of its own portal. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hairline.mongodb.uri")
@EnableSpringHttpSession
class SessionStoreConfiguration {

    private static final long PATIENCE_SECONDS = 3;

    @Bean(destroyMethod = "close")
    MongoClient sessionDatabase(@Value("${hairline.mongodb.uri}") String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY)
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .applyToClusterSettings(it -> it.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    @Bean
    MongoSessions sessions(
            MongoClient sessionDatabase,
            @Value("${hairline.mongodb.uri}") String uri,
            @Value("${server.servlet.session.timeout}") Duration timeout) {
        String database = Objects.requireNonNull(new ConnectionString(uri).getDatabase(), "the URI names no database");
        return new MongoSessions(
                sessionDatabase.getDatabase(database).getCollection(MongoSessions.COLLECTION), timeout);
    }

    /** Error pages belong to the same session as the page that failed. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepositoryFilter<?> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    /** As the session cookie of {@code application.yml}. */
    @Bean
    CookieSerializer sessionCookieOfAll(
            PublicAddress address, @Value("${server.servlet.session.cookie.name}") String name) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(address.isSecure());
        return cookie;
    }
}

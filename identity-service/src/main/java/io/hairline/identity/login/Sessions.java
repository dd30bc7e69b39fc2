package io.hairline.identity.login;

import org.mongodb.spring.session.JacksonMongoSessionConverter;
import org.mongodb.spring.session.MongoIndexedSessionRepository;
import org.mongodb.spring.session.MongoSession;
import org.mongodb.spring.session.config.annotation.web.http.EnableMongoHttpSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Log-in sessions that every instance knows: one may show the page and another take the password. */
@Configuration(proxyBeanMethods = false)
@EnableMongoHttpSession(maxInactiveIntervalInSeconds = 1800, collectionName = "login_sessions")
class Sessions {

    @Bean
    JacksonMongoSessionConverter mongoSessionConverter() {
        return new JacksonMongoSessionConverter();
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

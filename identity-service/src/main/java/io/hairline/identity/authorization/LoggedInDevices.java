package io.hairline.identity.authorization;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Where a person is logged in: sessions at the log-in page, and refresh tokens of programs. */
@Component
public class LoggedInDevices {

    private final MongoTemplate mongo;
    private final AuthorizationEncryption encryption;
    private final FindByIndexNameSessionRepository<?> sessions;

    LoggedInDevices(
            MongoTemplate mongo, AuthorizationEncryption encryption, FindByIndexNameSessionRepository<?> sessions) {
        this.mongo = mongo;
        this.encryption = encryption;
        this.sessions = sessions;
    }

    /** Ends them all; an access token that was given before stays good until it expires, a quarter of an hour at most. */
    public void logOut(String subject) {
        mongo.remove(query(where("subject").is(encryption.subject(subject))), SealedAuthorization.class);
        sessions.findByPrincipalName(subject).keySet().forEach(sessions::deleteById);
    }
}

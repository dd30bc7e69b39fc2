package io.hairline.identity.authorization;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Where every instance finds codes and refresh tokens. Each can be used up only once, even by two requests at the same
 * moment; a refresh token that comes a second time was stolen, and ends the log-in it belongs to.
 */
@Component
class Authorizations implements OAuth2AuthorizationService, Indexes {

    private static final Logger log = LoggerFactory.getLogger(Authorizations.class);

    private final MongoTemplate mongo;
    private final AuthorizationEncryption seal;

    Authorizations(MongoTemplate mongo, AuthorizationEncryption seal) {
        this.mongo = mongo;
        this.seal = seal;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        SealedAuthorization next = seal.close(authorization);
        if (next.version() == 1) {
            insert(next);
            return;
        }
        SealedAuthorization before = find(authorization.getId());
        List<String> retired = before == null ? List.of() : before.tokensNotIn(next);
        boolean won = mongo.update(SealedAuthorization.class)
                        .matching(query(where("id").is(next.id()).and("version").is(next.version() - 1)))
                        .apply(new Update()
                                .set("version", next.version())
                                .set("tokens", next.tokens())
                                .set("sealed", next.sealed())
                                .set("expiresAt", next.expiresAt())
                                .addToSet("retired")
                                .each(retired.toArray()))
                        .first()
                        .getModifiedCount()
                == 1;
        if (!won) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private void insert(SealedAuthorization first) {
        try {
            mongo.insert(first);
        } catch (DuplicateKeyException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        mongo.remove(query(where("id").is(authorization.getId())), SealedAuthorization.class);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        SealedAuthorization found = find(id);
        return found == null ? null : seal.open(found);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        List<String> hashes = type == null
                ? Stream.of(TokenKind.values()).map(it -> it.hash(token)).toList()
                : TokenKind.of(type).map(it -> it.hash(token)).stream().toList();
        SealedAuthorization found = mongo.findOne(query(where("tokens").in(hashes)), SealedAuthorization.class);
        if (found == null) {
            endWhatWasStolen(hashes);
            return null;
        }
        return seal.open(found);
    }

    private void endWhatWasStolen(List<String> hashes) {
        SealedAuthorization stolen = mongo.findAndRemove(query(where("retired").in(hashes)), SealedAuthorization.class);
        if (stolen != null) {
            log.warn("authorization={} ended: a token that was used up came again", stolen.id());
        }
    }

    private @Nullable SealedAuthorization find(String id) {
        return mongo.findById(id, SealedAuthorization.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection("authorizations");
        collection.createIndex(com.mongodb.client.model.Indexes.ascending("tokens"));
        collection.createIndex(com.mongodb.client.model.Indexes.ascending("retired"));
        collection.createIndex(com.mongodb.client.model.Indexes.ascending("subject"));
        collection.createIndex(
                com.mongodb.client.model.Indexes.ascending("expiresAt"),
                new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }
}

package io.hairline.identity.authorization;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An authorization as it is stored: found by the hashes of its tokens, readable only with the key.
 *
 * @param subject a keyed token of who is logged in; absent from those stored before it was kept
 * @param version from 1; who saves must have read the one before
 * @param retired hashes of refresh tokens that were exchanged for a newer one
 */
@Document("authorizations")
@TypeAlias("authorization")
record SealedAuthorization(
        @Id String id,
        @Nullable String subject,
        long version,
        List<String> tokens,
        List<String> retired,
        byte[] sealed,
        Instant expiresAt) {

    List<String> tokensNotIn(SealedAuthorization next) {
        return tokens.stream()
                .filter(TokenKind.REFRESH::madeHash)
                .filter(it -> !next.tokens().contains(it))
                .toList();
    }
}

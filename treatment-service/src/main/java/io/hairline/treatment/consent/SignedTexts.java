package io.hairline.treatment.consent;

import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/** The words that somebody signed, as they were then, each once under its hash. Templates may change; these don't. */
@Repository
class SignedTexts {

    private final MongoTemplate mongo;

    SignedTexts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Words that were signed at least once. */
    @Document("signed_texts")
    @TypeAlias("signedText")
    record SignedText(@Id String hash, ConsentTemplate template) {}

    /** Keeps them; to keep them again changes nothing. */
    String keep(ConsentTemplate template) {
        return mongo.save(new SignedText(template.hash(), template)).hash();
    }

    /**
     * The words with this hash.
     *
     * @throws IllegalStateException if they were changed in the database since
     */
    Optional<ConsentTemplate> find(String hash) {
        return Optional.ofNullable(mongo.findById(hash, SignedText.class))
                .map(SignedText::template)
                .map(it -> {
                    if (!it.hash().equals(hash)) {
                        throw new IllegalStateException(
                                "The words signed as " + hash + " were changed in the database.");
                    }
                    return it;
                });
    }
}

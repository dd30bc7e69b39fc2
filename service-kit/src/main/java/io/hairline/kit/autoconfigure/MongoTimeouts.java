package io.hairline.kit.autoconfigure;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import javax.security.auth.Subject;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/** What is written survives the loss of a server, and nobody waits for MongoDB for longer than a caller would. */
public final class MongoTimeouts implements MongoClientSettingsBuilderCustomizer {

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.timeout(4, TimeUnit.SECONDS)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(it -> it.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(it -> it.maxSize(64).maxConnecting(4));
        hashThePasswordOnce(settings);
    }

    /**
     * What a password's 15,000 hashes come to is for all connections the same, and the driver remembers it. But its memory
     * (5.8) has room for one thing, and with each log-in it also puts there who would be asked for a Kerberos subject; unless
     * it has one.
     */
    private static void hashThePasswordOnce(MongoClientSettings.Builder settings) {
        MongoCredential credential = settings.build().getCredential();
        if (credential != null) {
            settings.credential(credential.withMechanismProperty(MongoCredential.JAVA_SUBJECT_KEY, new Subject()));
        }
    }
}

package io.hairline.kit.autoconfigure;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/** What is written survives the loss of a server, and nobody waits for MongoDB for longer than a caller would. */
public final class BoundedMongo implements MongoClientSettingsBuilderCustomizer {

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.timeout(4, TimeUnit.SECONDS)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(it -> it.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(it -> it.maxSize(64).maxConnecting(4));
    }
}

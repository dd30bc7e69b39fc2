package io.hairline.identity.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.Indexes;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

@Component
class Accounts implements Indexes {

    private final MongoTemplate mongo;

    Accounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("accounts")
                .createIndex(com.mongodb.client.model.Indexes.ascending("login"), new IndexOptions().unique(true));
    }

    /** Makes the account, or renames it; a password that is set already stays. */
    void enrol(String subject, String login) {
        mongo.upsert(query(where("id").is(subject)), Update.update("login", Account.normal(login)), Account.class);
    }

    Optional<Account> find(String login) {
        return Optional.ofNullable(mongo.findOne(query(where("login").is(Account.normal(login))), Account.class));
    }

    List<Account> all() {
        return mongo.findAll(Account.class);
    }
}

package io.hairline.launcher.infrastructure;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/**
 * The administrator's side of a MongoDB server, wherever it runs.
 *
 * @param uri connection string of a user who may administer the server
 */
record MongoAccess(String uri) {

    static final String REPLICA_SET = "hairline";
    private static final int ALREADY_INITIALISED = 23;
    private static final int USER_EXISTS = 51003;

    /** Makes the server a replica set of one, if it isn't one yet. */
    void initiate(String member) {
        admin(new Document(
                "replSetInitiate",
                new Document("_id", REPLICA_SET)
                        .append("members", List.of(new Document("_id", 0).append("host", member)))));
    }

    /** Gives the one member another address, for a server that was started on another port than last time. */
    void move(String member) {
        Document config = config();
        Document only = config.getList("members", Document.class).getFirst();
        if (!member.equals(only.getString("host"))) {
            only.put("host", member);
            config.put("version", config.getInteger("version", 1) + 1);
            admin(new Document("replSetReconfig", config).append("force", true));
        }
    }

    /** Takes one more into the set; returns when it has all data and a vote. */
    void add(String member, Duration patience) {
        Document config = config();
        List<Document> members = new ArrayList<>(config.getList("members", Document.class));
        members.add(new Document("_id", members.size()).append("host", member));
        config.append("members", members).append("version", config.getInteger("version", 1) + 1);
        admin(new Document("replSetReconfig", config));
        await(patience, this::isWhole);
    }

    private boolean isWhole() {
        List<Document> members = admin(new Document("replSetGetStatus", 1)).getList("members", Document.class);
        return members.stream().allMatch(it -> List.of("PRIMARY", "SECONDARY").contains(it.getString("stateStr")))
                && config().getList("members", Document.class).stream().noneMatch(it -> it.containsKey("newlyAdded"));
    }

    private Document config() {
        return admin(new Document("replSetGetConfig", 1)).get("config", Document.class);
    }

    /** The member that leads. */
    String primary() {
        return admin(new Document("hello", 1)).getString("primary");
    }

    /** Makes the one that leads give way to another. */
    void stepDown() {
        admin(new Document("replSetStepDown", 10).append("secondaryCatchUpPeriodSecs", 5));
    }

    void awaitPrimary(Duration patience) {
        await(patience, this::isPrimary);
    }

    private static void await(Duration patience, BooleanSupplier done) {
        if (!Waiting.until(patience, done)) {
            throw new LauncherException("MongoDB didn't become ready within " + patience.toSeconds() + " seconds.");
        }
    }

    private boolean isPrimary() {
        try {
            return admin(new Document("hello", 1)).getBoolean("isWritablePrimary", false);
        } catch (MongoException e) {
            return false;
        }
    }

    /** Makes the user of one service, which reaches its own database and no other; returns its connection string. */
    String service(String database, String password) {
        Document user = new Document("createUser", database)
                .append("pwd", password)
                .append(
                        "roles",
                        List.of(
                                new Document("role", "readWrite").append("db", database),
                                new Document("role", "dbAdmin").append("db", database)));
        run(database, user);
        ConnectionString admin = new ConnectionString(uri);
        return "mongodb://%s:%s@%s/%s?authSource=%s%s"
                .formatted(
                        database,
                        password,
                        String.join(",", admin.getHosts()),
                        database,
                        database,
                        Boolean.TRUE.equals(admin.isDirectConnection())
                                ? "&directConnection=true"
                                : "&replicaSet=" + admin.getRequiredReplicaSetName());
    }

    void drop(String database) {
        run(database, new Document("dropAllUsersFromDatabase", 1));
        run(database, new Document("dropDatabase", 1));
    }

    List<String> databases() {
        try (MongoClient client = client()) {
            return client.listDatabaseNames().into(new ArrayList<>());
        }
    }

    private Document admin(Document command) {
        return run("admin", command);
    }

    Document run(String database, Document command) {
        try (MongoClient client = client()) {
            return client.getDatabase(database).runCommand(command);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == ALREADY_INITIALISED || e.getErrorCode() == USER_EXISTS) {
                return new Document();
            }
            throw e;
        }
    }

    private MongoClient client() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(it -> it.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(it -> it.connectTimeout(2, TimeUnit.SECONDS))
                .build());
    }
}

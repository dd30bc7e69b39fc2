package io.hairline.launcher.infrastructure;

import com.mongodb.MongoException;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.machine.Secrets;
import io.hairline.launcher.machine.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * A mongod: one node that is a replica set, so that transactions and change streams work, with passwords and a key file
 * from its first start, on the loopback address.
 */
public final class MongoServer extends LocalServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ROOT = "root";

    /** What a killed service has written but not committed blocks the others for so long, and as long again at most. */
    static final int TRANSACTION_SECONDS = 10;

    private static final int UNAUTHORIZED = 13;

    private final Path mongod;
    private final Path folder;
    private final Secrets secrets;

    public MongoServer(Path mongod, Path folder, Path log, int port, Secrets secrets) {
        super("MongoDB", folder.resolve("pid"), log, port);
        this.mongod = mongod;
        this.folder = folder;
        this.secrets = secrets;
    }

    @Override
    public void start() {
        launch();
        setUp();
        new MongoAccess(uri("directConnection=true")).move(member());
        new MongoAccess(adminUri()).awaitPrimary(PATIENCE);
    }

    /** Starts it as what its data say: perhaps a member of a set that has another leader. */
    void launch() {
        Path data = ProjectFolder.made(folder.resolve("data"));
        launch(
                List.of(
                        mongod.toString(),
                        "--dbpath",
                        data.toString(),
                        "--port",
                        String.valueOf(port()),
                        "--bind_ip",
                        "127.0.0.1",
                        "--unixSocketPrefix",
                        folder.toString(),
                        "--replSet",
                        MongoAccess.REPLICA_SET,
                        "--auth",
                        "--keyFile",
                        secrets.keyFile().toString(),
                        "--wiredTigerCacheSizeGB",
                        "0.5",
                        "--oplogSize",
                        "512",
                        "--setParameter",
                        "diagnosticDataCollectionEnabled=false",
                        "--setParameter",
                        "transactionLifetimeLimitSeconds=" + TRANSACTION_SECONDS,
                        "--quiet"),
                PATIENCE,
                this::listens);
    }

    /** As long as there is no user, mongod lets anybody on the same machine set it up; afterwards nobody. */
    private void setUp() {
        MongoAccess nobody = new MongoAccess("mongodb://127.0.0.1:%d/?directConnection=true".formatted(port()));
        AtomicReference<String> why = new AtomicReference<>("");
        boolean done = Waiting.until(PATIENCE, () -> {
            try {
                nobody.initiate(member());
                nobody.awaitPrimary(PATIENCE);
                nobody.run(
                        "admin",
                        new Document("createUser", ROOT)
                                .append("pwd", password())
                                .append("roles", List.of("root")));
                return true;
            } catch (MongoException e) {
                why.set(String.valueOf(e.getMessage()));
                return e.getCode() == UNAUTHORIZED; // It was set up before.
            }
        });
        if (!done) {
            throw new LauncherException("MongoDB couldn't be set up (%s); its log is %s".formatted(why, log()));
        }
    }

    /** Its name in its replica set. */
    String member() {
        return "127.0.0.1:" + port();
    }

    public String adminUri() {
        return uri("replicaSet=" + MongoAccess.REPLICA_SET);
    }

    private String uri(String option) {
        return uri(List.of(this), option);
    }

    /** An administrator's connection string to all of them, which share their passwords. */
    static String uri(List<MongoServer> servers, String option) {
        String hosts = servers.stream().map(MongoServer::member).collect(Collectors.joining(","));
        return "mongodb://%s:%s@%s/?authSource=admin&%s"
                .formatted(ROOT, servers.getFirst().password(), hosts, option);
    }

    /** Makes a service's database user, if there is none yet, and returns its connection string. */
    public String service(String database) {
        return new MongoAccess(adminUri()).service(database, secrets.password("mongodb-" + database));
    }

    private String password() {
        return secrets.password("mongodb-root");
    }

    Path binary() {
        return mongod;
    }
}

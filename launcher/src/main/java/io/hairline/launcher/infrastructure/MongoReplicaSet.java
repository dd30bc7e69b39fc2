package io.hairline.launcher.infrastructure;

import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.machine.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Three mongods that are one replica set, for tests in which the one that leads goes. */
public final class MongoReplicaSet {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MEMBERS = 3;

    private final List<MongoServer> members;

    private MongoReplicaSet(List<MongoServer> members) {
        this.members = List.copyOf(members);
    }

    /** Makes a set around a server that has been alone in its own; the others' folders lie beside {@code folder}'s. */
    static MongoReplicaSet around(MongoServer first, Path folder, Secrets secrets) {
        List<MongoServer> members = new ArrayList<>(List.of(first));
        while (members.size() < MEMBERS) {
            String name = "mongodb-" + (members.size() + 1);
            MongoServer next = new MongoServer(
                    first.binary(), folder.resolve(name), folder.resolve(name + ".log"), Ports.free(), secrets);
            next.launch();
            new MongoAccess(first.adminUri()).add(next.member(), PATIENCE);
            members.add(next);
        }
        return new MongoReplicaSet(members);
    }

    private MongoAccess access() {
        return new MongoAccess(MongoServer.uri(members, "replicaSet=" + MongoAccess.REPLICA_SET));
    }

    /** Connection string of a user of one database, who finds whichever member leads. */
    public String user(String database) {
        return access().service(database, Secrets.random(12));
    }

    /** The one that leads gives way, as before it is shut down for an upgrade. */
    public void stepDown() {
        access().stepDown();
    }

    /** As a power cut of its machine would; it stays away until {@link #heal}. */
    public void killLeader() {
        String leader = access().primary();
        members.stream().filter(it -> it.member().equals(leader)).forEach(MongoServer::kill);
    }

    public void heal() {
        members.stream().filter(it -> !it.isAlive()).forEach(MongoServer::launch);
    }
}

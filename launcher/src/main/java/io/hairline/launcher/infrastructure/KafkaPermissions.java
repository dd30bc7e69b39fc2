package io.hairline.launcher.infrastructure;

import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.Topics.Topic;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what on the broker: nobody anything, except what follows from the table in {@link Topics}. A service writes
 * its own topics, reads those that name it as a reader, reads as its own consumer group, and uses transactional ids that
 * begin with its name. The {@link #OBSERVER} reads events and nothing personal.
 */
public final class KafkaPermissions {

    /** The user as whom {@code hairline events} reads. */
    public static final String OBSERVER = "observer";

    private static final String ANY_HOST = "*";

    private KafkaPermissions() {}

    /**
     * The access control lists of all topics of a namespace.
     *
     * @param namespace before each topic, user, group and transactional id; empty outside tests
     */
    public static Set<AclBinding> of(String namespace) {
        Set<AclBinding> permissions = new HashSet<>();
        for (Topic topic : Topics.all(namespace)) {
            permissions.add(allow(namespace + topic.writer(), ResourceType.TOPIC, topic.name(), AclOperation.WRITE));
            topic.readers()
                    .forEach(it -> permissions.add(
                            allow(namespace + it, ResourceType.TOPIC, topic.name(), AclOperation.READ)));
            if (topic.name().endsWith(".events")) {
                permissions.add(allow(namespace + OBSERVER, ResourceType.TOPIC, topic.name(), AclOperation.READ));
            }
        }
        for (String service : Topics.SERVICES) {
            String user = namespace + service;
            permissions.add(allow(user, ResourceType.GROUP, user, AclOperation.READ));
            permissions.add(allowPrefix(user, user + ".", AclOperation.WRITE));
            permissions.add(allowPrefix(user, user + ".", AclOperation.DESCRIBE));
        }
        return permissions;
    }

    private static AclBinding allow(String user, ResourceType type, String name, AclOperation operation) {
        return new AclBinding(new ResourcePattern(type, name, PatternType.LITERAL), entry(user, operation));
    }

    private static AclBinding allowPrefix(String user, String prefix, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED),
                entry(user, operation));
    }

    private static AccessControlEntry entry(String user, AclOperation operation) {
        return new AccessControlEntry(principal(user), ANY_HOST, operation, AclPermissionType.ALLOW);
    }

    static String principal(String user) {
        return "User:" + user;
    }
}

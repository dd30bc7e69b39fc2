package io.hairline.notification.preference;

import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Aggregate;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.MessageClass;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a client wants to hear, and how.
 *
 * @param version 0 for one who never said
 * @param language BCP 47; absent for that of the contact
 * @param quietHours absent for the brand's
 */
@Document("preferences")
@TypeAlias("preferences")
public record Preferences(
        @Id ClientId clientId,
        long version,
        Map<MessageClass, List<Channel>> channels,
        @Nullable String language,
        @Nullable QuietHours quietHours)
        implements Aggregate {

    private static final Map<MessageClass, List<Channel>> UNASKED = Map.of(
            MessageClass.TRANSACTIONAL, List.of(Channel.EMAIL, Channel.IN_APP),
            MessageClass.CARE, List.of(Channel.EMAIL, Channel.IN_APP),
            MessageClass.MARKETING, List.of());

    public Preferences {
        channels = Map.copyOf(channels);
    }

    static Preferences unasked(ClientId client) {
        return new Preferences(client, 0, UNASKED, null, null);
    }

    public boolean wants(MessageClass messageClass, Channel channel) {
        return channels.getOrDefault(messageClass, List.of()).contains(channel);
    }

    public QuietHours quiet() {
        return quietHours == null ? QuietHours.DEFAULT : quietHours;
    }

    @Override
    public String aggregateId() {
        return clientId.value();
    }
}

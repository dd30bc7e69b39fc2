package io.hairline.kit.autoconfigure;

import io.hairline.kit.CrashPoints;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.consumer.ConsumerLagHealth;
import io.hairline.kit.consumer.ConsumerRegistry;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ParkedEndpoint;
import io.hairline.kit.consumer.TickConsumer;
import io.hairline.kit.consumer.TopicReplay;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.events.IdempotencyStore;
import io.hairline.kit.events.Transactions;
import io.hairline.kit.relay.CompactedState;
import io.hairline.kit.relay.Relay;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;

/** The event log, its relay to Kafka, the consumers of other services' events, and due work. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    private static final Duration AUTHORIZATION_RETRY = Duration.ofSeconds(5);

    @Bean
    EventLog eventLog(MongoTemplate mongo, Transactions transactions, Clock clock, CrashPoints crashPoints) {
        return new EventLog(mongo, transactions, new IdempotencyStore(mongo), clock, crashPoints);
    }

    @Bean
    @ConditionalOnProperty(name = "hairline.relay", havingValue = "true", matchIfMissing = true)
    Relay relay(
            MongoTemplate mongo,
            HairlineProperties hairline,
            Clock clock,
            CrashPoints crashPoints,
            ObjectProvider<CompactedState> companions) {
        return new Relay(
                mongo.getDb(), hairline, clock, crashPoints, companions.stream().toList());
    }

    @Bean
    ConsumerRegistry consumerRegistry(
            MongoTemplate mongo,
            Transactions transactions,
            HairlineProperties hairline,
            ObjectProvider<EventConsumer<?>> consumers,
            ObjectProvider<TickConsumer> tickConsumers) {
        return new ConsumerRegistry(mongo, transactions, hairline, consumers, tickConsumers);
    }

    @Bean
    ConsumerLagHealth copies(ConsumerRegistry consumerRegistry, HairlineProperties hairline) {
        return new ConsumerLagHealth(consumerRegistry, hairline);
    }

    @Bean
    TopicReplay topicReplay(HairlineProperties hairline) {
        return new TopicReplay(hairline);
    }

    @Bean
    ParkedEndpoint parkedEndpoint(ConsumerRegistry consumerRegistry, DueWork dueWork) {
        return new ParkedEndpoint(consumerRegistry, dueWork);
    }

    /** Hands the topic consumers the records as they came; they read the headers. */
    @Bean
    BatchMessagingMessageConverter kitBatchConverter() {
        BatchMessagingMessageConverter converter = new BatchMessagingMessageConverter();
        converter.setRawRecordHeader(true);
        return converter;
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> pollAgain() {
        return (container, _, _) -> {
            container.setCommonErrorHandler(new SeekToCommittedErrorHandler());
            // Else a group never reaches the end of a topic that is written in transactions, whose last record is a
            // mark.
            container.getContainerProperties().setFixTxOffsets(true);
            // Without it, a container stops for good when the broker refuses a login or a topic once.
            container.getContainerProperties().setAuthExceptionRetryInterval(AUTHORIZATION_RETRY);
        };
    }

    @Bean
    DueWork dueWork(
            MongoTemplate mongo, Transactions transactions, Clock clock, ObjectProvider<DueWorkHandler> handlers) {
        return new DueWork(mongo, transactions, clock, handlers);
    }
}

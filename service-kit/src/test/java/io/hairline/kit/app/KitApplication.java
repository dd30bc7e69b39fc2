package io.hairline.kit.app;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.Refusal;
import io.hairline.kit.ReplicaWait;
import io.hairline.kit.consumer.ConsumerRegistry;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.consumer.TopicConsumer;
import io.hairline.kit.counter.Counter;
import io.hairline.kit.counter.CounterEvent;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.PublicEndpoints;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import io.hairline.kit.work.PermanentFailure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counters over HTTP, and their own events heard again. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(KitApplication.CounterController.class)
class KitApplication {

    static final Set<String> POISON = ConcurrentHashMap.newKeySet();

    @Bean
    PublicEndpoints openTo() {
        return new PublicEndpoints(List.of("/api/v1/counters/open"));
    }

    @Bean
    EventConsumer<CounterEvent> effects(MongoTemplate mongo) {
        return new EventConsumer<>() {
            @Override
            public Class<CounterEvent> hears() {
                return CounterEvent.class;
            }

            @Override
            public void on(CounterEvent event, ReceivedEvent received) {
                mongo.getCollection("effects")
                        .insertOne(new Document("counter", event.subject())
                                .append("version", received.version())
                                .append("by", System.identityHashCode(mongo)));
                if (POISON.contains(event.subject())) {
                    throw new IllegalStateException("poison");
                }
            }
        };
    }

    @Bean
    DueWorkHandler impossibleWhilePoisoned(MongoTemplate mongo) {
        return new DueWorkHandler() {
            @Override
            public String kind() {
                return "count";
            }

            @Override
            public void run(DueItem item) {
                if (POISON.contains(item.subject())) {
                    throw new PermanentFailure("no-such-counter");
                }
                mongo.getCollection("effects").insertOne(new Document("counter", item.subject()));
            }
        };
    }

    @Bean
    TopicConsumer<CounterEvent> counterEvents(ConsumerRegistry consumerRegistry) {
        return consumerRegistry.open(Topics.TREATMENT_EVENTS, CounterEvent.class);
    }

    @RestController
    @RequestMapping("/api/v1/counters")
    static final class CounterController {

        private final EventLog events;
        private final MongoTemplate mongo;

        CounterController(EventLog events, MongoTemplate mongo) {
            this.events = events;
            this.mongo = mongo;
        }

        record Step(
                @NotNull @Max(100) Integer step,
                @Nullable Instant at,
                @Nullable @Valid Inner inner,
                @Nullable @Size(max = 10) String name,
                @Nullable @Paragraphs String reason) {}

        record Inner(@Size(max = 3) String code) {}

        @PostMapping("/{id}")
        Counter move(
                @PathVariable String id,
                @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
                @RequestBody @Valid Step step) {
            return events.record(Counter.class, () -> {
                Counter known = mongo.findById(id, Counter.class);
                if (known == null) {
                    return Counter.created(id);
                }
                Preconditions.check(ifMatch, known);
                return known.moved(Objects.requireNonNull(step.step()));
            });
        }

        @GetMapping("/open")
        Page<String> open(
                @RequestParam(required = false) @Nullable String cursor,
                @RequestParam(defaultValue = "1") @Max(5) int limit) {
            return Page.of(List.of("a", "b"), Page.limit(limit), it -> "from " + Page.position(cursor));
        }

        @PostMapping("/checked")
        String checked(@RequestParam @Size(max = 3) String word, @RequestBody @Valid Step step) {
            return word;
        }

        @PostMapping("/{id}/lock")
        @AllowedFor(staff = Role.FRONT_DESK, clients = true)
        Counter lock(@PathVariable ClientId id, @RequestBody @Valid Step step) {
            throw Refusal.notFound();
        }

        /** Of a counter that may be on its way; {@code mine} says whether the caller may see it. */
        @PostMapping("/{id}/late")
        Counter late(
                @PathVariable String id,
                @RequestParam(defaultValue = "true") boolean mine,
                @RequestBody @Valid Step step) {
            ReplicaWait.await(() -> Optional.ofNullable(mongo.findById(id, Counter.class)), _ -> mine);
            return events.record(
                    Counter.class,
                    () -> Objects.requireNonNull(mongo.findById(id, Counter.class))
                            .moved(Objects.requireNonNull(step.step())));
        }

        @PostMapping("/echo")
        Step echo(@RequestBody @Valid Step step) {
            return step;
        }

        @GetMapping("/whole")
        Page<Integer> whole(@RequestParam(defaultValue = "false") boolean refused) {
            if (refused) {
                throw Refusal.notFound();
            }
            return Page.whole(List.of(1, 2, 3));
        }

        @GetMapping("/word")
        List<String> word(@RequestParam String word) {
            return List.of(word);
        }

        @GetMapping("/broken")
        String broken(@RequestParam(defaultValue = "CANARY of the inside") String why) {
            if (!why.isEmpty()) {
                throw new IllegalStateException(why);
            }
            return why;
        }
    }
}

package io.hairline.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReplicaWaitTests {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofMillis(900);

    @Test
    void findsWhatArrivesAMomentLater() {
        AtomicInteger looks = new AtomicInteger();

        String found = ReplicaWait.await(() -> looks.incrementAndGet() < 4 ? Optional.empty() : Optional.of("plan"));

        assertThat(found).isEqualTo("plan");
    }

    @Test
    void answersTheSameInTheSameTimeForWhatIsMissingAndForWhatIsOutOfReach() {
        Refused missing = refused(Optional::empty, _ -> true);
        Refused foreign = refused(() -> Optional.of("another's"), _ -> false);

        assertThat(missing.refusal().slug())
                .isEqualTo("not-yet-known")
                .isEqualTo(foreign.refusal().slug());
        assertThat(missing.refusal().detail()).isEqualTo(foreign.refusal().detail());
        assertThat(missing.after()).isGreaterThan(WAIT.minusMillis(50));
        assertThat(foreign.after()).isGreaterThan(WAIT.minusMillis(50));
    }

    @Test
    void keepsNoMoreThanAFewWaiting() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Refused>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(CompletableFuture.supplyAsync(() -> refused(Optional::empty, _ -> true), callers));
            }

            assertThat(calls.stream()
                            .map(CompletableFuture::join)
                            .filter(it -> it.after().compareTo(AT_ONCE) > 0))
                    .hasSizeLessThanOrEqualTo(8);
        }
    }

    private record Refused(Refusal refusal, Duration after) {}

    private static Refused refused(Supplier<Optional<String>> look, Predicate<String> inReach) {
        long start = System.nanoTime();
        AtomicInteger end = new AtomicInteger();
        Refusal[] refusal = new Refusal[1];
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ReplicaWait.await(look, inReach))
                .satisfies(it -> {
                    refusal[0] = it;
                    end.set((int) Duration.ofNanos(System.nanoTime() - start).toMillis());
                });
        return new Refused(refusal[0], Duration.ofMillis(end.get()));
    }
}

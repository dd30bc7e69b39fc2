package io.hairline.headoffice.dashboard.projection;

import io.hairline.contracts.ClientId;
import io.hairline.headoffice.dashboard.projection.Fact.AppointmentChange;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** All facts about one client: everything that counts together is in one document, so nothing waits for a join. */
@Document(ClientFacts.COLLECTION)
@TypeAlias("story")
record ClientFacts(@Id ClientId id, List<Fact> facts) {

    static final String COLLECTION = "dashboard_stories";

    ClientFacts {
        facts = facts.stream().sorted(Comparator.comparing(Fact::key)).toList();
    }

    static ClientFacts empty(ClientId id) {
        return new ClientFacts(id, List.of());
    }

    /** Whether this is a practitioner's day rather than a client. */
    boolean isDiary() {
        return !facts.isEmpty() && facts.stream().allMatch(Fact.DiaryTime.class::isInstance);
    }

    /** Those of {@code told} that aren't in it yet. */
    List<Fact> lacking(Collection<Fact> told) {
        Map<String, Fact> fresh = new TreeMap<>();
        told.forEach(it -> fresh.put(it.key(), it));
        facts.forEach(it -> fresh.remove(it.key()));
        return List.copyOf(fresh.values());
    }

    ClientFacts with(Collection<Fact> told) {
        return new ClientFacts(
                id, Stream.concat(facts.stream(), lacking(told).stream()).toList());
    }

    <F extends Fact> Stream<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What is told of each aggregate of a kind, by version. */
    <F extends Fact> Map<String, List<F>> each(Class<F> kind) {
        Function<F, String> of = Fact::of;
        Map<String, List<F>> each =
                all(kind).sorted(Comparator.comparingLong(Fact::version)).collect(Collectors.groupingBy(of));
        return Objects.requireNonNull(each);
    }

    Collection<AppointmentFacts> visits() {
        return each(AppointmentChange.class).values().stream()
                .map(AppointmentFacts::new)
                .toList();
    }
}

package io.hairline.kit.counter;

import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** Counts. */
@Document("counters")
@TypeAlias("counter")
public record Counter(@Id String id, long version, long total) implements Aggregate {

    public static Change<Counter> created(String id) {
        return Change.to(new Counter(id, 1, 0), new CounterEvent.CounterMoved(id, 0, "", null));
    }

    public Change<Counter> moved(int step) {
        return moved(step, "");
    }

    public Change<Counter> moved(int step, String padding) {
        return Change.to(
                new Counter(id, version + 1, total + step), new CounterEvent.CounterMoved(id, step, padding, null));
    }

    @Override
    public String aggregateId() {
        return id;
    }
}

package io.hairline.contracts.catalogue;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.wire.WireNames;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page that a reader looks an event up in, written from the records. */
final class EventCatalogue {

    private static final String HEAD = """
            # Events

            What the services tell each other. Written from the records in `contracts`; don't edit it, run
            `./mvnw -pl contracts test -Dhairline.contracts.write=true`.

            An event travels as a CloudEvent in Kafka's binary mode: its attributes are headers (`ce_id`, `ce_type`,
            `ce_time` in business time, `ce_recordedat` in system time, `ce_subject`, `ce_aggregateversion`, `ce_clinicid`,
            `ce_actor`, `ce_correlationid`, `ce_causationid`, and `traceparent` if the request had one), its body is the JSON
            below, its key is the subject. It may come more than once; an aggregate's events first appear in the order of their versions. Fields are only ever
            added. Every event has a JSON Schema in `contracts/src/main/resources/schemas` and a sample in
            `contracts/src/test/resources/samples`; all topics, messages, keys and headers together are an
            [AsyncAPI 3.0 document](../contracts/src/main/resources/asyncapi.json). `?` marks what may be absent.

            Beside the events, each topic carries ticks (`hairline.Tick.v1`, no body): all that the service committed
            before the tick's `ce_time` is on the topic before it.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    static String write() {
        EventCatalogue catalogue = new EventCatalogue();
        Events.families().forEach(catalogue::family);
        catalogue.contacts();
        return catalogue.page.toString();
    }

    private void family(Class<? extends DomainEvent> family) {
        String service = Events.serviceOf(family);
        Javadoc javadoc = Javadoc.of(Path.of("src/main/java", family.getName().replace('.', '/') + ".java"));
        page.append("\n## ").append(service).append("\n\n");
        page.append(javadoc.of(family)).append(" Topic `").append(service).append(".events`.\n\n");
        page.append("| event | says | fields |\n|---|---|---|\n");
        WireNames.records(family).forEach(it -> row("`" + WireNames.nameOf(it) + "`", javadoc.of(it), it));
    }

    private void contacts() {
        page.append("\n## booking.contacts\n\n");
        page.append("The one topic with personal data, compacted by client; a tombstone erases.\n\n");
        page.append("| record | says | fields |\n|---|---|---|\n");
        Javadoc javadoc = Javadoc.of(
                Path.of("src/main/java", ClientContact.class.getName().replace('.', '/') + ".java"));
        row("`ClientContact`", javadoc.of(ClientContact.class), ClientContact.class);
    }

    private void row(String name, String says, Class<?> type) {
        String fields = Arrays.stream(type.getRecordComponents())
                .map(EventCatalogue::field)
                .collect(Collectors.joining(", "));
        page.append("| %s | %s | %s |\n".formatted(name, says, fields));
    }

    private static String field(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return "`" + component.getName() + (nullable ? "?" : "") + "` "
                + component
                        .getGenericType()
                        .getTypeName()
                        .replaceAll("[a-zA-Z_]+\\.|[A-Za-z]+\\$", "")
                        .replace("<", " of ")
                        .replace(">", "");
    }
}

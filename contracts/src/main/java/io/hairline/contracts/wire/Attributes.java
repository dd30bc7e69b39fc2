package io.hairline.contracts.wire;

/** Names of the Kafka headers of an event: CloudEvents 1.0 in binary mode, with Hairline's extensions. */
public final class Attributes {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    /** Business time, ISO 8601. */
    public static final String TIME = "ce_time";
    /** System time at which the event was written, ISO 8601. */
    public static final String RECORDED_AT = "ce_recordedat";
    /** The aggregate's id; also the record's key. */
    public static final String SUBJECT = "ce_subject";
    /** The aggregate's version after this event, from 1, without gaps. */
    public static final String AGGREGATE_VERSION = "ce_aggregateversion";

    public static final String CLINIC_ID = "ce_clinicid";
    public static final String ACTOR = "ce_actor";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    /** The type of a relay's tick: all that its service committed before {@link #TIME} is on the topic before it. */
    public static final String TICK = "hairline.Tick.v1";

    /** What stands before a service's word in {@link #SOURCE}. */
    public static final String SOURCE_PREFIX = "/hairline/";

    private Attributes() {}

    /** The source of every event on a topic, whose name is its service's word, a dot, and a word for the content. */
    public static String sourceOf(String topic) {
        return SOURCE_PREFIX + topic.substring(0, topic.indexOf('.'));
    }
}

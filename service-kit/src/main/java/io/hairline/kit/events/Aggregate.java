package io.hairline.kit.events;

/** Something with an identity that decides by itself, kept as one document and versioned by its events. */
public interface Aggregate {

    /** The id as it is stored. */
    String aggregateId();

    /** The number of events that made it, from 1. */
    long version();
}

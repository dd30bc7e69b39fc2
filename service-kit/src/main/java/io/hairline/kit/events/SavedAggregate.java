package io.hairline.kit.events;

import org.bson.Document;

/** An aggregate as it is now, and the same as it is stored. */
record SavedAggregate<A extends Aggregate>(A state, Document document) {}

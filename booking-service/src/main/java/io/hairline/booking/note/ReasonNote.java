package io.hairline.booking.note;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param id the aggregate's id and {@code version}
 * @param version of the aggregate, made by the change that it explains
 */
@Document(ReasonNotes.COLLECTION)
@TypeAlias("remark")
record ReasonNote(@Id String id, String aggregateId, long version, byte[] sealed) {

    static String id(String aggregateId, long version) {
        return aggregateId + "|" + version;
    }
}

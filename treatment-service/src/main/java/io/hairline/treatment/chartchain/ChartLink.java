package io.hairline.treatment.chartchain;

import io.hairline.contracts.ClientId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One state of one signed record, tied to the one before in the same chart.
 *
 * @param id client and number, so that a chart's links lie in their order
 * @param number from 1
 * @param collection where the record lies
 * @param content hash of the record as it was stored
 * @param previous hash of the link before; empty in the first
 * @param hash over all of this
 * @param sealed whether a seal has covered it; no part of the hash
 */
@Document(ChartLink.COLLECTION)
@TypeAlias("chartLink")
record ChartLink(
        @Id String id,
        ClientId clientId,
        long number,
        String collection,
        String recordId,
        long recordVersion,
        String content,
        String previous,
        String hash,
        @Nullable Boolean sealed) {

    static final String COLLECTION = "chart_links";

    /** A state of a record. */
    record State(String collection, String recordId, long recordVersion, String content) {}

    static ChartLink after(@Nullable ChartLink last, ClientId client, State state) {
        long number = last == null ? 1 : last.number() + 1;
        String previous = last == null ? "" : last.hash();
        return new ChartLink(
                idOf(client, number),
                client,
                number,
                state.collection(),
                state.recordId(),
                state.recordVersion(),
                state.content(),
                previous,
                hash(client, number, state, previous),
                false);
    }

    static String idOf(ClientId client, long number) {
        return client.value() + "/" + "%08d".formatted(number);
    }

    /** Whether it says what its hash says, and follows this one. */
    boolean follows(@Nullable ChartLink last) {
        State state = new State(collection, recordId, recordVersion, content);
        ChartLink expected = after(last, clientId, state);
        return expected.number() == number && expected.hash().equals(hash) && id.equals(expected.id());
    }

    private static String hash(ClientId client, long number, State it, String previous) {
        return RecordHash.of(
                client.value(),
                Long.toString(number),
                it.collection(),
                it.recordId(),
                Long.toString(it.recordVersion()),
                it.content(),
                previous);
    }
}

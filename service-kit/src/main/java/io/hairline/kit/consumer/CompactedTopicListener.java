package io.hairline.kit.consumer;

/**
 * Keeps a copy of a compacted topic: the latest state of each thing, by its key.
 *
 * <p>It may be told the same again, and an old state after a new one when a topic is read anew; what it keeps must bear
 * both. It throws {@link RuntimeException} for a state it can't read, which is then passed over and listed as parked.
 */
public interface CompactedTopicListener {

    void keep(String key, byte[] state);

    /** It is gone from the topic; nothing of it may be left here, and an old state that comes later stays out. */
    void erase(String key);
}

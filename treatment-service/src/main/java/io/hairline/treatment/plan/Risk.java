package io.hairline.treatment.plan;

import java.util.Map;

/**
 * What can go wrong, in words for the client.
 *
 * @param texts by language
 */
record Risk(String code, Map<String, String> texts) {
    Risk {
        texts = Map.copyOf(texts);
    }
}

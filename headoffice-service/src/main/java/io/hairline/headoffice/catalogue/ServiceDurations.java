package io.hairline.headoffice.catalogue;

import io.hairline.kit.Refusal;

/**
 * Whose time a service takes, in whole quarters of an hour.
 *
 * @param client the client's own time
 * @param preparation the chair's before it
 * @param cleaning the chair's after it
 * @param practitionerExtra the practitioner's after it
 */
public record ServiceDurations(int client, int preparation, int cleaning, int practitionerExtra) {

    private static final int QUARTER = 15;

    public ServiceDurations {
        onGrid("minutes", client);
        onGrid("preparationMinutes", preparation);
        onGrid("cleaningMinutes", cleaning);
        onGrid("practitionerExtraMinutes", practitionerExtra);
    }

    private static void onGrid(String field, int minutes) {
        if (minutes % QUARTER != 0) {
            throw Refusal.input(field, "must be whole quarters of an hour, such as 45");
        }
    }
}

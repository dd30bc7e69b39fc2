package io.hairline.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Data that a service keeps although the client asked for erasure.
 *
 * @param whatCode what is kept, such as {@code PAYMENTS} or {@code CHART}
 * @param whyCode the ground: {@code ACCOUNTING} and {@code HEALTH_RECORDS} are duties by law, {@code NAMELESS} is what says
 *     nothing of a person once their name and contact are gone, {@code COMPACTION} what the broker removes by itself
 * @param until the last day; absent for what has no end, because it is nameless
 */
public record KeptData(
        String whatCode, String whyCode, @Nullable LocalDate until) {}

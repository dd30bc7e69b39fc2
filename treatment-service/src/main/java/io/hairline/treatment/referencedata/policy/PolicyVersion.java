package io.hairline.treatment.referencedata.policy;

import java.time.LocalDate;

/**
 * A version of a layer of the policy.
 *
 * @param layer BRAND, REGION or CLINIC
 * @param version as head office counts them; 0 for one that was published before they were counted here
 * @param from the first local day on which it holds
 */
public record PolicyVersion(String layer, long version, LocalDate from) {}

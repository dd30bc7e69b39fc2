package io.hairline.contracts.treatment;

import io.hairline.contracts.ClientId;

/**
 * The last link of one chart's chain of signed records.
 *
 * @param number of the link, from 1
 * @param hash SHA-256 in hexadecimal, over the signed record and the link before
 */
public record ChartHead(ClientId clientId, long number, String hash) {}

package io.hairline.identity.account;

/**
 * A client's account has an address, for the first time or a newer one.
 *
 * @param emailToken what accounts with this address are found by
 */
public record AccountAddressChanged(String emailToken) {}

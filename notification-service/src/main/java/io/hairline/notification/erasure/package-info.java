/**
 * Clients who were erased: contact, inbox and preferences go, open messages are stopped, the ledger stays without names.
 * Emits ClientDataErased and MessageSuppressed; hears ClientErased.
 */
@NullMarked
package io.hairline.notification.erasure;

import org.jspecify.annotations.NullMarked;

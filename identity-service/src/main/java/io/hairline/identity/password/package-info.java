/**
 * How a person gets a password, the first one or a new one: by a code that is mailed to the address the person is known
 * by. Staff are known by their login where it is an e-mail address, clients by the address that booking has of them.
 */
@NullMarked
package io.hairline.identity.password;

import org.jspecify.annotations.NullMarked;

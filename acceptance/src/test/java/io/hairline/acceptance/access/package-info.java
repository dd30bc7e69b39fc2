/**
 * Who may call what: every operation of every OpenAPI document, called by every kind of caller in and out of scope. The table
 * {@code access-walk.json} says what each may; an operation that it doesn't know fails the test.
 */
@NullMarked
package io.hairline.acceptance.access;

import org.jspecify.annotations.NullMarked;

/**
 * Clients who were erased. Head office knows clients by their ids alone, and says so.
 * Emits ClientDataErased; hears ClientErased.
 */
@NullMarked
package io.hairline.headoffice.erasure;

import org.jspecify.annotations.NullMarked;

/**
 * The one public entrance. It owns no data and no rules: {@code entrance} hands each call to the service that answers
 * it, {@code pages} are for people.
 */
@NullMarked
package io.hairline.portal;

import org.jspecify.annotations.NullMarked;

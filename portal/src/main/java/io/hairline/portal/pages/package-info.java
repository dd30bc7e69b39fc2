/**
 * Pages for people: what Hairline is, what each problem means, how the APIs are called. Rendered on the server from
 * our own files alone; nothing is fetched from elsewhere.
 */
@NullMarked
package io.hairline.portal.pages;

import org.jspecify.annotations.NullMarked;

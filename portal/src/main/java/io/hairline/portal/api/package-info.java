/**
 * The pages' way to the services: their public REST APIs, with the token of the person who looks at the page. What a service
 * refuses comes back as words for people; a part that doesn't answer costs its own place on the page and no other.
 */
@NullMarked
package io.hairline.portal.api;

import org.jspecify.annotations.NullMarked;

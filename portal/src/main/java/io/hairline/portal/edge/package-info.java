/** What is done with a request before anything reads it: odd ones are refused, and addresses of proxies believed or not. */
@NullMarked
package io.hairline.portal.edge;

import org.jspecify.annotations.NullMarked;

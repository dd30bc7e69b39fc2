/** What is said when something isn't as it should be. */
@NullMarked
package io.hairline.kit.web;

import org.jspecify.annotations.NullMarked;

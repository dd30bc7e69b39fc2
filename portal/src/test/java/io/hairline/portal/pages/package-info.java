@NullMarked
package io.hairline.portal.pages;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.hairline.headoffice.dashboard.resource;

import org.jspecify.annotations.NullMarked;

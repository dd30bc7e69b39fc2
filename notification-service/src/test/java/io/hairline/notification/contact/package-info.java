@NullMarked
package io.hairline.notification.contact;

import org.jspecify.annotations.NullMarked;

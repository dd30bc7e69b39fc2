@NullMarked
package io.hairline.headoffice.clinicsetup;

import org.jspecify.annotations.NullMarked;

/** What the region or head office found when it looked into an emergency access. Emits EmergencyAccessReviewed. */
@NullMarked
package io.hairline.headoffice.compliance.review;

import org.jspecify.annotations.NullMarked;

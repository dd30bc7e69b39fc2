/**
 * What the dashboard counts from: per client, every fact that the services told, and the sums of each clinic's day.
 * The sums are a function of the facts, so in whatever order and however often these come, the sums are the same.
 */
@NullMarked
package io.hairline.headoffice.dashboard.projection;

import org.jspecify.annotations.NullMarked;

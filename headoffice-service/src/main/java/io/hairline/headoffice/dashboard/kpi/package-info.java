/**
 * The dashboard's figures: what each is made of, how it is counted from the sums of days, and how clinics compare in it.
 */
@NullMarked
package io.hairline.headoffice.dashboard.kpi;

import org.jspecify.annotations.NullMarked;

/**
 * What clinics owe each other: free touch-ups of other clinics' courses, and prepaid money used elsewhere.
 * Each entry is owed by one clinic to another, so debits equal credits at any time.
 */
@NullMarked
package io.hairline.headoffice.settlement;

import org.jspecify.annotations.NullMarked;

/**
 * Head office: the master of regions, owners, clinics, practitioners, licences, catalogue, policy and people.
 * Each of its capabilities has a package; what they decide travels on {@code headoffice.events}.
 */
@NullMarked
package io.hairline.headoffice;

import org.jspecify.annotations.NullMarked;

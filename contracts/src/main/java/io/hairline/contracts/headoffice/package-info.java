/** What head office tells the franchise: regions, clinics, practitioners, licences, catalogue, policies, people. */
@NullMarked
package io.hairline.contracts.headoffice;

import org.jspecify.annotations.NullMarked;
